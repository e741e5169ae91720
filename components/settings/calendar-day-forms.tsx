"use client";
import { ClipboardPaste, CopyPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { DateField, TextareaField, TextField } from "@/components/forms/text-fields";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import {
  addCalendarDays,
  addCalendarList,
  copyCalendarYear,
} from "@/lib/settings/actions/calendar";
import { daysOfEntries, parseCalendarText } from "@/lib/settings/domain/calendar-text";

type Saved = { added: number; replaced: number };

/** Says how many days an action added and changed. */
function useSavedToast() {
  const t = useTranslations("settings.calendar");
  return (saved: Saved | undefined) =>
    toast(t("daysSaved", { added: saved?.added ?? 0, replaced: saved?.replaced ?? 0 }));
}

/** One day off or worked, or a range of them; stays open for the next. */
export function AddCalendarDays() {
  const t = useTranslations("settings.calendar");
  const say = useSavedToast();
  return (
    <ActionForm
      action={addCalendarDays}
      initial={{
        from: "",
        to: "",
        kind: "holiday" as "holiday" | "workday",
        name: "",
        nameEn: "",
      }}
      validate={(values): Record<string, string> => (values.from ? {} : { from: "required" })}
      onSuccess={say}
      submitLabel={t("addDays")}
      resetOnSuccess
    >
      <RadioField
        name="kind"
        label={t("kind")}
        segmented
        options={(["holiday", "workday"] as const).map((kind) => ({
          value: kind,
          label: t(`kinds.${kind}`),
        }))}
      />
      <div className="grid grid-cols-2 gap-3">
        <DateField name="from" label={t("from")} required />
        <DateField name="to" label={t("to")} hint={t("toHint")} />
        <TextField name="name" label={t("name")} required />
        <TextField name="nameEn" label={t("nameEn")} />
      </div>
    </ActionForm>
  );
}

/** Button and dialog for a list from a spreadsheet or an announcement; shows what it understood. */
export function PasteCalendar() {
  const t = useTranslations("settings.calendar");
  const say = useSavedToast();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t("paste")}
      description={t("pasteHint")}
      open={open}
      onOpenChange={setOpen}
      trigger={<Button icon={<ClipboardPaste aria-hidden="true" />}>{t("paste")}</Button>}
    >
      <ActionForm
        action={addCalendarList}
        initial={{ text: "" }}
        validate={checkList}
        toInput={({ text }) => ({ entries: parseCalendarText(text).entries })}
        onSuccess={(saved) => {
          setOpen(false);
          say(saved);
        }}
        submitLabel={t("pasteSubmit")}
      >
        <TextareaField
          name="text"
          label={t("list")}
          rows={8}
          placeholder={t("pasteExample")}
          required
        />
        <Understood />
      </ActionForm>
    </Dialog>
  );
}

function checkList({ text }: { text: string }): Record<string, string> {
  const { entries, problems } = parseCalendarText(text);
  if (problems.length > 0) return { text: "calendarLines" };
  return entries.length === 0 ? { text: "required" } : {};
}

function Understood() {
  const t = useTranslations("settings.calendar");
  const text = String(useFormField("text").value ?? "");
  const { entries, problems } = parseCalendarText(text);
  const days = daysOfEntries(entries);
  const workdays = days.filter(({ kind }) => kind === "workday").length;
  return (
    <div aria-live="polite" className="text-sm">
      <p className="text-muted">
        {t("understood", { holidays: days.length - workdays, workdays })}
      </p>
      <ul className="text-bad">
        {problems.slice(0, 5).map(({ line, text: wrong, problem }) => (
          <li key={line}>
            {t(`problems.${problem}`, { line })} <span className="text-muted">{wrong}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Takes last year's days over to the same dates, after asking. */
export function CopyLastYear({ year, count }: { year: number; count: number }) {
  const t = useTranslations("settings.calendar");
  const run = useCommand();
  async function copy() {
    const done = await run(copyCalendarYear({ year }));
    if (typeof done === "object") toast(t("copied", { count: done.added }));
    return done;
  }
  return (
    <ConfirmDialog
      title={t("copyTitle", { year: String(year - 1) })}
      confirmLabel={t("copyConfirm")}
      trigger={<Button icon={<CopyPlus aria-hidden="true" />}>{t("copy")}</Button>}
      onConfirm={copy}
    >
      {t("copyAsk", { count, year: String(year) })}
    </ConfirmDialog>
  );
}
