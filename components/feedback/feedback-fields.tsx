"use client";
import { useTranslations } from "next-intl";
import { ChipsField } from "@/components/forms/chips-field";
import { SelectField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, TextareaField, TextField } from "@/components/forms/text-fields";
import {
  type FeedbackKind,
  isSurvey,
  KINDS,
  SEVERITIES,
  scoresOf,
  TYPED_CHANNELS,
} from "@/lib/feedback/domain/feedback";
import type { About } from "./feedback-values";

type FieldsProps = {
  about: About;
  competitors: readonly { value: string; label: string }[];
  /** Managers and admins say who answers it. */
  team: boolean;
  today: string;
  /** It came by the public form: what the customer wrote stays. */
  asWritten?: boolean;
};

/** The fields of feedback: what matters first, the rest folded away on a new one. */
export function FeedbackFields({
  about,
  competitors,
  team,
  today,
  asWritten = false,
}: FieldsProps) {
  const t = useTranslations("feedbackForm");
  const none = { value: "", label: t("none") };
  return (
    <>
      {asWritten ? <p className="text-muted text-sm">{t("asWritten")}</p> : <SaidFields />}
      <RemoteField
        name="customerId"
        label={t("customer")}
        source="/api/search?only=customer"
        chosen={about.customer}
      />
      <details className="group" open={asWritten}>
        <summary className="link cursor-pointer py-1 text-sm phone:py-3">{t("more")}</summary>
        <div className="mt-2 grid gap-3.5">
          {asWritten ? null : <ChannelField />}
          <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
            {asWritten ? null : (
              <>
                <DateField name="givenOn" label={t("givenOn")} max={today} required />
                <TextField name="contact" label={t("contact")} maxLength={200} />
              </>
            )}
            <RemoteField
              name="dealId"
              label={t("deal")}
              source="/api/search?only=deal"
              chosen={about.deal}
            />
            <RemoteField
              name="productId"
              label={t("product")}
              source="/api/search?only=product"
              chosen={about.product}
            />
            <SelectField
              name="competitorId"
              label={t("competitor")}
              options={[none, ...competitors]}
            />
            <SelectField
              name="severity"
              label={t("severity")}
              options={[
                none,
                ...SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) })),
              ]}
            />
            {team ? (
              <RemoteField
                name="ownerId"
                label={t("owner")}
                hint={t("ownerHint")}
                source="/api/search?only=person"
                chosen={about.owner}
              />
            ) : null}
          </div>
        </div>
      </details>
    </>
  );
}

/** What was said: its kind, its score, its words. */
function SaidFields() {
  const t = useTranslations("feedbackForm");
  return (
    <>
      <ChipsField
        name="kind"
        label={t("kind")}
        options={KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <ScoreField />
      <TextareaField name="text" label={t("text")} hint={t("textHint")} rows={4} maxLength={4000} />
    </>
  );
}

function ChannelField() {
  const t = useTranslations("feedbackForm");
  return (
    <ChipsField
      name="channel"
      label={t("channel")}
      options={TYPED_CHANNELS.map((channel) => ({
        value: channel,
        label: t(`channels.${channel}`),
      }))}
    />
  );
}

/** The scale of the survey chosen; nothing for other kinds. */
function ScoreField() {
  const t = useTranslations("feedbackForm");
  const kind = useFormField("kind").value as FeedbackKind;
  if (!isSurvey(kind)) return null;
  return (
    <ChipsField
      key={kind}
      name="score"
      label={t(`questions.${kind}`)}
      required
      options={scoresOf(kind).map((score) => ({ value: score, label: String(score) }))}
      ends={[t(`worst.${kind}`), t(`best.${kind}`)]}
    />
  );
}
