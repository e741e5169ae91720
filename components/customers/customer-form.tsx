"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import type { FormResult, ServerError } from "@/components/forms/form-errors";
import { RemoteField } from "@/components/forms/remote-field";
import { TextField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/link-button";
import { createCustomer, editCustomer } from "@/lib/customers/actions/customers";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import { CustomerField } from "./customer-picker";
import { SimilarCustomers } from "./similar-customers";

type Place = Reference | null;

export type CustomerFormProps = {
  /** Without: a new one. */
  customer?: {
    id: string;
    version: number;
    name: string;
    nameEn: string | null;
    sector: string | null;
    location: string | null;
    segmentId: string | null;
  } & { parent: Place; owner: Place; unit: Place };
  /** The parent of a new one. */
  parent?: Place;
  /** Who adds, and in which unit a new one belongs to them. */
  me: { id: string; name: string; unitId: string | null };
  segments: readonly Reference[];
  sectors: readonly string[];
  /** Units to choose from; empty where the person chooses no unit and no owner. */
  units: readonly (Reference & { depth: number })[];
};

const FIELDS = [
  "name",
  "nameEn",
  "segmentId",
  "sector",
  "location",
  "parentId",
  "ownerId",
  "unitId",
] as const;

/** Adds or edits a customer; warns of similar ones while the name is typed. */
export function CustomerForm({
  customer,
  parent,
  me,
  segments,
  sectors,
  units: choices,
}: CustomerFormProps) {
  const t = useTranslations("customers");
  const locale = useLocale();
  const router = useRouter();
  const option = (one: Place | undefined) =>
    one ? { value: one.id, label: localName(one, locale) } : null;
  const units = choices.map((unit) => ({
    value: unit.id,
    label: `${"\u2003".repeat(unit.depth)}${localName(unit, locale)}`,
  }));
  const leads = units.length > 0;
  const owner = customer ? option(customer.owner) : { value: me.id, label: me.name };
  const initial = {
    ...(customer ? { id: customer.id, version: customer.version } : {}),
    name: customer?.name ?? "",
    nameEn: customer?.nameEn ?? "",
    segmentId: customer?.segmentId ?? "",
    sector: customer?.sector ?? "",
    location: customer?.location ?? "",
    parentId: (customer ? customer.parent?.id : parent?.id) ?? null,
    ownerId: owner?.value ?? null,
    unitId: (customer ? customer.unit?.id : me.unitId) ?? "",
  };
  const back = customer ? `/customers/${customer.id}` : "/customers";
  const action = (customer ? editCustomer : createCustomer) as (
    input: typeof initial,
  ) => Promise<FormResult<{ id: string } | undefined> | undefined>;

  /** Ids a stale save shows are named by the server. */
  function renderConflict(error: ServerError) {
    const names = (error.raw as { current?: Record<string, string | null> } | null)?.current ?? {};
    const known = [
      ...segments.map((one) => option(one)),
      ...units,
      owner,
      option(customer?.parent),
    ];
    const show = (saved: string) => (id: string) =>
      known.find((one) => one?.value === id)?.label.trim() ?? names[saved] ?? id;
    const labelled = (name: (typeof FIELDS)[number]) => ({ label: t(`fields.${name}`) });
    return conflictOf({
      name: labelled("name"),
      nameEn: labelled("nameEn"),
      segmentId: { ...labelled("segmentId"), show: show("segmentName") },
      sector: labelled("sector"),
      location: labelled("location"),
      parentId: { ...labelled("parentId"), show: show("parentName"), fromServer: (id) => id },
      ownerId: { ...labelled("ownerId"), show: show("ownerName"), fromServer: (id) => id },
      unitId: { ...labelled("unitId"), show: show("unitName") },
    })(error);
  }
  return (
    <ActionForm
      action={action}
      initial={initial}
      renderServerError={renderConflict}
      successMessage={t(customer ? "saved" : "added")}
      onSuccess={(data) => router.push(data ? `/customers/${data.id}` : back)}
      submitLabel={customer ? undefined : t("add")}
      secondary={<LinkButton href={back}>{t("cancel")}</LinkButton>}
    >
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <TextField name="name" label={t("fields.name")} required autoFocus={!customer} />
        <TextField name="nameEn" label={t("fields.nameEn")} />
      </div>
      <SimilarCustomers exceptId={customer?.id} />
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <SelectField
          name="segmentId"
          label={t("fields.segmentId")}
          options={[
            { value: "", label: t("fields.none") },
            ...segments.map((one) => ({ value: one.id, label: localName(one, locale) })),
          ]}
        />
        <TextField name="sector" label={t("fields.sector")} list="customer-sectors" />
        <TextField name="location" label={t("fields.location")} />
        <CustomerField
          name="parentId"
          label={t("fields.parentId")}
          chosen={option(customer ? customer.parent : parent)}
          placeholder={t("fields.none")}
        />
        {leads ? (
          <>
            <RemoteField
              name="ownerId"
              label={t("fields.ownerId")}
              source="/api/search?only=person"
              chosen={owner}
              placeholder={t("fields.none")}
            />
            <SelectField
              name="unitId"
              label={t("fields.unitId")}
              options={[{ value: "", label: t("fields.none") }, ...units]}
            />
          </>
        ) : null}
      </div>
      <datalist id="customer-sectors">
        {sectors.map((sector) => (
          <option key={sector} value={sector} />
        ))}
      </datalist>
    </ActionForm>
  );
}
