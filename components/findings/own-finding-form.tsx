"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { RemoteField } from "@/components/forms/remote-field";
import { NumberField, TextareaField, TextField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { editFinding, writeFinding } from "@/lib/findings/actions";

type Values = {
  title: string;
  note: string;
  unitId: string;
  productId: string | null;
  size: number | null;
};
type Choices = {
  units: readonly { value: string; label: string }[];
  currency: string;
  product: ComboOption | null;
};

/** Writes a finding of one's own, and goes there. */
export function NewFindingForm(choices: Choices) {
  const t = useTranslations("findingForm");
  const router = useRouter();
  const unitId = choices.units[0]?.value ?? "";
  const initial: Values = { title: "", note: "", unitId, productId: null, size: null };
  return (
    <ActionForm
      action={writeFinding}
      initial={initial}
      onSuccess={(data) => router.push(`/findings/${data?.id}`)}
      successMessage={t("written")}
      submitLabel={t("write")}
    >
      <Fields {...choices} />
    </ActionForm>
  );
}

/** Changes a finding somebody wrote; a stale save shows both versions. */
export function EditFindingForm({
  id,
  version,
  values,
  ...choices
}: Choices & { id: string; version: number; values: Values }) {
  const t = useTranslations("findingForm");
  return (
    <ActionForm
      action={editFinding}
      initial={{ ...values, version }}
      toInput={({ version: seen, ...rest }) => ({ ...rest, id, version: seen })}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        title: { label: t("title") },
        note: { label: t("note") },
        size: { label: t("size"), fromServer: (saved) => saved },
      })}
    >
      <Fields {...choices} units={[]} />
    </ActionForm>
  );
}

function Fields({ units, currency, product }: Choices) {
  const t = useTranslations("findingForm");
  return (
    <>
      <TextField name="title" label={t("title")} hint={t("titleHint")} required maxLength={200} />
      <TextareaField name="note" label={t("note")} hint={t("noteHint")} rows={5} maxLength={4000} />
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        {units.length > 0 ? <SelectField name="unitId" label={t("unit")} options={units} /> : null}
        <RemoteField
          name="productId"
          label={t("product")}
          source="/api/search?only=product"
          chosen={product}
        />
        <NumberField name="size" label={t("size")} hint={t("sizeHint")} suffix={currency} min={0} />
      </div>
    </>
  );
}
