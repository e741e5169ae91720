"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { TextField } from "@/components/forms/text-fields";
import { createContact, editContact } from "@/lib/customers/actions/contacts";
import type { DecisionRole } from "@/lib/customers/schema";

export type ContactItem = {
  id: string;
  version: number;
  name: string;
  nameEn: string | null;
  title: string | null;
  phone: string | null;
  email: string | null;
  decisionRole: DecisionRole | null;
  active: boolean;
};

/** In the order in which a sale usually meets them. */
export const ROLE_ORDER: readonly DecisionRole[] = [
  "decision_maker",
  "champion",
  "influencer",
  "purchaser",
  "user",
  "gatekeeper",
];

type ContactFormProps = { customerId: string; contact?: ContactItem; onDone: () => void };

/** Adds a contact to a customer, or edits one. */
export default function ContactForm({ customerId, contact, onDone }: ContactFormProps) {
  const t = useTranslations("customers.contacts");
  const common = {
    name: contact?.name ?? "",
    nameEn: contact?.nameEn ?? "",
    title: contact?.title ?? "",
    phone: contact?.phone ?? "",
    email: contact?.email ?? "",
    decisionRole: (contact?.decisionRole ?? "") as DecisionRole | "",
  };
  const shared = { onSuccess: onDone, submitLabel: t(contact ? "save" : "add") };
  if (!contact)
    return (
      <ActionForm
        {...shared}
        action={createContact}
        initial={{ ...common, customerId }}
        successMessage={t("added")}
      >
        <ContactFields />
      </ActionForm>
    );
  const { id, version } = contact;
  return (
    <ActionForm
      {...shared}
      action={editContact}
      initial={{ ...common, id, version }}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        name: { label: t("name") },
        nameEn: { label: t("nameEn") },
        title: { label: t("title") },
        phone: { label: t("phone") },
        email: { label: t("email") },
        decisionRole: {
          label: t("role"),
          show: (role) => (role === "" ? "—" : t(`roles.${role as DecisionRole}`)),
        },
      })}
    >
      <ContactFields />
    </ActionForm>
  );
}

function ContactFields() {
  const t = useTranslations("customers.contacts");
  return (
    <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
      <TextField name="name" label={t("name")} required autoComplete="off" />
      <TextField name="nameEn" label={t("nameEn")} autoComplete="off" />
      <TextField name="title" label={t("title")} autoComplete="off" />
      <SelectField
        name="decisionRole"
        label={t("role")}
        options={[
          { value: "", label: t("noRole") },
          ...ROLE_ORDER.map((role) => ({ value: role, label: t(`roles.${role}`) })),
        ]}
      />
      <TextField name="phone" label={t("phone")} type="tel" autoComplete="off" />
      <TextField name="email" label={t("email")} type="email" autoComplete="off" />
    </div>
  );
}
