"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { ComboboxField } from "@/components/forms/combobox-field";
import { conflictOf } from "@/components/forms/edit-conflict";
import { DateField, TextField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { editUnit, moveUnit, setManager } from "@/lib/people/actions/units";

const row = "grid grid-cols-[minmax(0,1fr)_10rem] gap-3 phone:grid-cols-1";

type Unit = { id: string; version: number; name: string; nameEn: string | null };

/** A unit's names in both languages. */
export function UnitNamesForm({ unit: { id, version, name, nameEn } }: { unit: Unit }) {
  const t = useTranslations("people");
  return (
    <ActionForm
      action={editUnit}
      initial={{ id, version, name, nameEn: nameEn ?? "" }}
      successMessage={t("users.saved")}
      renderServerError={conflictOf({
        name: { label: t("fields.unitName") },
        nameEn: { label: t("fields.unitNameEn") },
      })}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("fields.unitName")} required />
        <TextField name="nameEn" label={t("fields.unitNameEn")} />
      </div>
    </ActionForm>
  );
}

type MoveProps = {
  id: string;
  parentId: string | null;
  parents: readonly ComboOption[];
  today: string;
};

/** Hangs a unit elsewhere from a day on. */
export function MoveUnitForm({ id, parentId, parents, today }: MoveProps) {
  const t = useTranslations("people");
  return (
    <ActionForm
      key={parentId}
      action={moveUnit}
      initial={{ id, parentId: parentId ?? "", from: today }}
      validate={(values): Record<string, string> =>
        values.parentId ? {} : { parentId: "required" }
      }
      successMessage={t("units.moved")}
      submitLabel={t("units.move")}
    >
      <div className={row}>
        <ComboboxField name="parentId" label={t("fields.parent")} options={parents} required />
        <DateField name="from" label={t("fields.from")} required />
      </div>
    </ActionForm>
  );
}

type ManagerProps = {
  id: string;
  userId: string | null;
  people: readonly ComboOption[];
  today: string;
};

/** Who runs a unit from a day on; empty for nobody. */
export function UnitManagerForm({ id, userId, people, today }: ManagerProps) {
  const t = useTranslations("people");
  return (
    <ActionForm
      key={userId}
      action={setManager}
      initial={{ id, userId, from: today }}
      successMessage={t("units.managerSet")}
      submitLabel={t("units.setManager")}
    >
      <div className={row}>
        <ComboboxField
          name="userId"
          label={t("fields.manager")}
          options={people}
          placeholder={t("units.nobody")}
        />
        <DateField name="from" label={t("fields.from")} required />
      </div>
    </ActionForm>
  );
}
