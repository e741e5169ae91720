"use client";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { ChipsField } from "@/components/forms/chips-field";
import { SelectField } from "@/components/forms/choice-fields";
import { TextareaField, TextField } from "@/components/forms/text-fields";
import { createNote, loadNoteChoices } from "@/lib/market/actions";
import { IMPACTS, NOTE_KINDS } from "@/lib/market/domain/note";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import type { NoteValues } from "./note-form";

type QuickNoteFormProps = {
  today: string;
  /** The competitor of the page it is written from. */
  competitorId?: string;
  onDone: () => void;
};

/** The few fields a market note needs on the road: kind, what happened, whose doing, what it means. */
export function QuickNoteForm({ today, competitorId = "", onDone }: QuickNoteFormProps) {
  const t = useTranslations("marketForm");
  const initial: NoteValues = {
    ...{ kind: "price", title: "", text: "", happenedOn: today, competitorId },
    ...{ productId: null, unitId: "", impact: "threat", credibility: "plausible" },
    ...{ sourceUrl: "", price: null },
  };
  return (
    <ActionForm
      action={createNote}
      draftName={`quick note ${competitorId}`}
      initial={initial}
      toInput={(values) => ({
        ...values,
        competitorId: values.competitorId || null,
        unitId: values.unitId || null,
      })}
      onSuccess={onDone}
      successMessage={t("recorded")}
      submitLabel={t("record")}
    >
      <ChipsField
        name="kind"
        label={t("kind")}
        options={NOTE_KINDS.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
      />
      <TextField name="title" label={t("title")} required maxLength={200} />
      <CompetitorField />
      <ChipsField
        name="impact"
        label={t("impact")}
        options={IMPACTS.map((impact) => ({ value: impact, label: t(`impacts.${impact}`) }))}
      />
      <TextareaField name="text" label={t("text")} rows={2} maxLength={4000} />
    </ActionForm>
  );
}

/** The competitors, once they are there: without a connection a note goes without one. */
function CompetitorField() {
  const t = useTranslations("marketForm");
  const locale = useLocale();
  const [competitors, setCompetitors] = useState<readonly Reference[]>([]);
  useEffect(() => {
    let current = true;
    loadNoteChoices().then(
      (answer) => current && setCompetitors(answer?.data?.competitors ?? []),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, []);
  return (
    <SelectField
      name="competitorId"
      label={t("competitor")}
      options={[
        { value: "", label: t("none") },
        ...competitors.map((one) => ({ value: one.id, label: localName(one, locale) })),
      ]}
    />
  );
}
