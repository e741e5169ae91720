"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { DateField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { moveUser, startManaging } from "@/lib/people/actions/users";

type Props = { id: string; units: readonly ComboOption[]; today: string };

const row = "grid grid-cols-[minmax(0,1fr)_10rem] gap-3 phone:grid-cols-1";

/** The unit a person belongs to from a day on; empty for none. */
export function MembershipForm({ id, units, today, unitId }: Props & { unitId: string | null }) {
  const t = useTranslations("people");
  return (
    <ActionForm
      key={unitId}
      action={moveUser}
      initial={{ id, unitId, from: today }}
      successMessage={t("users.moved")}
      submitLabel={t("users.move")}
    >
      <div className={row}>
        <ComboboxField
          name="unitId"
          label={t("fields.unit")}
          options={units}
          placeholder={t("users.noUnit")}
        />
        <DateField name="from" label={t("fields.from")} required />
      </div>
    </ActionForm>
  );
}

/** Gives a person a unit to run from a day on. */
export function ManagementForm({ id, units, today }: Props) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={startManaging}
      initial={{ id, unitId: "", from: today }}
      validate={(values): Record<string, string> => (values.unitId ? {} : { unitId: "required" })}
      successMessage={t("users.moved")}
      submitLabel={t("users.startManaging")}
      resetOnSuccess
    >
      <div className={row}>
        <ComboboxField
          name="unitId"
          label={t("fields.unit")}
          hint={t("users.managesHint")}
          options={units}
        />
        <DateField name="from" label={t("fields.from")} required />
      </div>
    </ActionForm>
  );
}
