"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ChipsField } from "@/components/forms/chips-field";
import { SelectField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, NumberField, TextareaField, TextField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { createNote, editNote } from "@/lib/market/actions";
import {
  CREDIBILITIES,
  type Credibility,
  IMPACTS,
  type Impact,
  NOTE_KINDS,
  type NoteKind,
} from "@/lib/market/domain/note";

type Option = { value: string; label: string };
export type NoteChoices = {
  competitors: readonly Option[];
  units: readonly Option[];
  currency: string;
  today: string;
  product: ComboOption | null;
};

export type NoteValues = {
  kind: NoteKind;
  title: string;
  text: string;
  happenedOn: string;
  competitorId: string;
  productId: string | null;
  unitId: string;
  impact: Impact;
  credibility: Credibility;
  sourceUrl: string;
  price: number | null;
};

const toInput = ({ competitorId, unitId, ...values }: NoteValues) => ({
  ...values,
  competitorId: competitorId || null,
  unitId: unitId || null,
});

/** Notes what happened in the market, and goes there. */
export function NewNoteForm({ competitorId, ...choices }: NoteChoices & { competitorId: string }) {
  const t = useTranslations("marketForm");
  const router = useRouter();
  const initial: NoteValues = {
    ...{ kind: "price", title: "", text: "", happenedOn: choices.today, competitorId },
    ...{ productId: null, unitId: "", impact: "threat", credibility: "plausible" },
    ...{ sourceUrl: "", price: null },
  };
  return (
    <ActionForm
      action={createNote}
      initial={initial}
      toInput={toInput}
      onSuccess={(data) => router.push(`/market/${data?.id}`)}
      successMessage={t("recorded")}
      submitLabel={t("record")}
    >
      <NoteFields {...choices} />
    </ActionForm>
  );
}

/** Changes a note; a stale save shows both versions. */
export function EditNoteForm({
  id,
  version,
  values,
  ...choices
}: NoteChoices & { id: string; version: number; values: NoteValues }) {
  const t = useTranslations("marketForm");
  return (
    <ActionForm
      action={editNote}
      initial={{ ...values, version }}
      toInput={({ version: seen, ...rest }) => ({ ...toInput(rest), id, version: seen })}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        kind: { label: t("kind"), show: (value) => t(`kinds.${value as NoteKind}`) },
        title: { label: t("title") },
        text: { label: t("text") },
        happenedOn: { label: t("happenedOn") },
        impact: { label: t("impact"), show: (value) => t(`impacts.${value as Impact}`) },
        credibility: {
          label: t("credibility"),
          show: (value) => t(`credibilities.${value as Credibility}`),
        },
        sourceUrl: { label: t("sourceUrl") },
        price: { label: t("price"), fromServer: (saved) => saved },
      })}
    >
      <NoteFields {...choices} />
    </ActionForm>
  );
}

function NoteFields({ competitors, units, currency, today, product }: NoteChoices) {
  const t = useTranslations("marketForm");
  const none = { value: "", label: t("none") };
  return (
    <>
      <ChipsField
        name="kind"
        label={t("kind")}
        options={NOTE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="title" label={t("title")} required maxLength={200} />
      <ChipsField
        name="impact"
        label={t("impact")}
        options={IMPACTS.map((impact) => ({ value: impact, label: t(`impacts.${impact}`) }))}
      />
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <SelectField name="competitorId" label={t("competitor")} options={[none, ...competitors]} />
        <DateField name="happenedOn" label={t("happenedOn")} max={today} required />
      </div>
      <TextareaField name="text" label={t("text")} rows={3} maxLength={4000} />
      <details>
        <summary className="link cursor-pointer py-1 text-sm phone:py-3">{t("more")}</summary>
        <div className="mt-2 grid gap-3.5">
          <ChipsField
            name="credibility"
            label={t("credibility")}
            options={CREDIBILITIES.map((value) => ({ value, label: t(`credibilities.${value}`) }))}
          />
          <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
            <RemoteField
              name="productId"
              label={t("product")}
              hint={t("productHint")}
              source="/api/search?only=product"
              chosen={product}
            />
            <SelectField name="unitId" label={t("region")} options={[none, ...units]} />
            <NumberField name="price" label={t("price")} suffix={currency} min={0} />
            <TextField
              name="sourceUrl"
              label={t("sourceUrl")}
              hint={t("sourceHint")}
              inputMode="url"
              maxLength={2000}
            />
          </div>
        </div>
      </details>
    </>
  );
}
