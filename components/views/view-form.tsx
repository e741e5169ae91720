"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { newRequestKey } from "@/components/forms/draft-store";
import { conflictOf } from "@/components/forms/edit-conflict";
import { TextField } from "@/components/forms/text-fields";
import { DialogClose } from "@/components/ui/dialog";
import { localName } from "@/lib/shared/local-name";
import { createView, editView } from "@/lib/views/actions";
import { type ListViews, type SavedView, viewHref } from "@/lib/views/domain/saved-view";

/** Where a select's text has none. */
const ONLY_ME = "me";

type ViewFormProps = {
  state: ListViews;
  /** The view to rename or share; null for a new one of what the list shows. */
  view: SavedView | null;
  path: string;
  onDone: () => void;
};

/** Name of a view and whom it is shared with. */
export default function ViewForm({ state, view, path, onDone }: ViewFormProps) {
  const t = useTranslations("views");
  const common = useTranslations("common");
  const router = useRouter();
  const [id] = useState(() => view?.id ?? newRequestKey());
  const units = useUnitOptions(state, view);
  const shared = (unitId: string) => (unitId === ONLY_ME ? null : unitId);
  const form = {
    secondary: <DialogClose>{common("cancel")}</DialogClose>,
    warnUnsaved: false,
    children: (
      <>
        <TextField name="name" label={t("name")} required autoComplete="off" />
        {units.length > 1 ? (
          <SelectField
            name="unitId"
            label={t("sharedWith")}
            hint={t("sharedHint")}
            options={units}
          />
        ) : null}
      </>
    ),
  };
  if (view) {
    return (
      <ActionForm
        {...form}
        action={editView}
        initial={{ id, version: view.version, name: view.name, unitId: view.unit?.id ?? ONLY_ME }}
        toInput={(values) => ({ ...values, unitId: shared(values.unitId) })}
        successMessage={t("edited")}
        onSuccess={onDone}
        renderServerError={conflictOf({
          name: { label: t("name") },
          unitId: {
            label: t("sharedWith"),
            show: (value) => units.find((unit) => unit.value === value)?.label.trim() ?? "—",
            fromServer: (saved) => saved ?? ONLY_ME,
          },
        })}
      />
    );
  }
  return (
    <ActionForm
      {...form}
      action={createView}
      initial={{ name: "", unitId: ONLY_ME }}
      toInput={({ name, unitId }) => ({
        ...{ id, list: state.list, query: state.query },
        ...{ name, unitId: shared(unitId) },
      })}
      successMessage={t("saved")}
      onSuccess={() => {
        onDone();
        router.replace(viewHref(path, { id, query: state.query }));
      }}
    />
  );
}

/** "Only me" and the units one may share with; also the unit it is shared with already. */
function useUnitOptions({ units }: ListViews, view: SavedView | null) {
  const t = useTranslations("views");
  const locale = useLocale();
  const now = view?.unit && !units.some((unit) => unit.id === view.unit?.id) ? [view.unit] : [];
  return [
    { value: ONLY_ME, label: t("onlyMe") },
    ...[...now.map((unit) => ({ ...unit, depth: 0 })), ...units].map((unit) => ({
      value: unit.id,
      label: `${"\u2003".repeat(unit.depth)}${localName(unit, locale)}`,
    })),
  ];
}
