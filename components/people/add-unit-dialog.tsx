"use client";
import { Plus } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { RadioField } from "@/components/forms/choice-fields";
import { ComboboxField } from "@/components/forms/combobox-field";
import { useFormField } from "@/components/forms/form-context";
import { TextField } from "@/components/forms/text-fields";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { createUnit } from "@/lib/people/actions/units";
import { mayHangBelow, UNIT_TYPES, type UnitType } from "@/lib/people/domain/unit-tree";
import type { Reference } from "@/lib/shared/named";
import { unitOptions } from "./options";

type UnitChoice = Reference & { parentId: string | null; type: UnitType };

/** Button and form for a new unit; only parents its type may hang under are offered. */
export function AddUnitDialog({ units }: { units: readonly UnitChoice[] }) {
  const t = useTranslations("people");
  const [open, setOpen] = useState(false);
  const firstType: UnitType = units.length === 0 ? "company" : "team";
  return (
    <Dialog
      title={t("units.add")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          {t("units.add")}
        </Button>
      }
    >
      <ActionForm
        action={createUnit}
        initial={{ name: "", nameEn: "", type: firstType, parentId: "" }}
        toInput={(values) => (values.type === "company" ? { ...values, parentId: "" } : values)}
        validate={({ parentId, type }): Record<string, string> =>
          parentId || type === "company" ? {} : { parentId: "required" }
        }
        onSuccess={() => setOpen(false)}
        successMessage={t("units.created")}
        submitLabel={t("units.addSubmit")}
      >
        <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
          <TextField name="name" label={t("fields.unitName")} required />
          <TextField name="nameEn" label={t("fields.unitNameEn")} />
        </div>
        <RadioField
          name="type"
          label={t("fields.type")}
          segmented
          options={UNIT_TYPES.map((type) => ({ value: type, label: t(`unitTypes.${type}`) }))}
        />
        <ParentField units={units} />
      </ActionForm>
    </Dialog>
  );
}

function ParentField({ units }: { units: readonly UnitChoice[] }) {
  const t = useTranslations("people.fields");
  const locale = useLocale();
  const type = useFormField("type").value as UnitType;
  if (type === "company") return null;
  const allowed = units.filter((unit) => mayHangBelow(type, unit.type));
  return (
    <ComboboxField
      key={type}
      name="parentId"
      label={t("parent")}
      options={unitOptions(allowed, locale)}
      required
    />
  );
}
