"use client";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { useFormField } from "@/components/forms/form-context";
import { TextareaField } from "@/components/forms/text-fields";
import { Select } from "@/components/ui/select";
import { saveProfile } from "@/lib/customers/actions/profiles";
import {
  DECISION_STAGES,
  type DecisionStage,
  MOTIVES,
  type Motive,
  type ValueDriver,
} from "@/lib/customers/domain/buying-profile";
import type { DecisionRole } from "@/lib/customers/schema";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";
import { ROLE_ORDER } from "./contact-form";
import { DriverRanking } from "./driver-ranking";

export type ProfileSubject = { dealId: string | null; customerId: string | null };
export type ProfileValues = {
  id: string;
  drivers: readonly ValueDriver[];
  motive: Motive | null;
  decisionStage: DecisionStage | null;
  criteria: string | null;
  people: readonly { contactId: string; role: DecisionRole }[];
};
export type ProfileContact = Reference & { decisionRole: DecisionRole | null };

type ProfileFormProps = {
  subject: ProfileSubject;
  profile: ProfileValues | null;
  contacts: readonly ProfileContact[];
  onDone: () => void;
};

/** A new version of a buying profile, starting from the latest. */
export default function ProfileForm({ subject, profile, contacts, onDone }: ProfileFormProps) {
  const t = useTranslations("customers.profile");
  const roles = new Map(profile?.people.map((one) => [one.contactId, one.role]));
  const initial = {
    drivers: [...(profile?.drivers ?? [])],
    motive: (profile?.motive ?? "") as Motive | "",
    decisionStage: (profile?.decisionStage ?? "") as DecisionStage | "",
    criteria: profile?.criteria ?? "",
    roles: Object.fromEntries(contacts.map(({ id }) => [id, roles.get(id) ?? ""])) as Record<
      string,
      DecisionRole | ""
    >,
  };
  return (
    <ActionForm
      action={saveProfile}
      initial={initial}
      toInput={({ roles: chosen, motive, decisionStage, ...values }) => ({
        ...values,
        ...subject,
        seen: profile?.id ?? null,
        motive: motive || null,
        decisionStage: decisionStage || null,
        people: Object.entries(chosen).flatMap(([contactId, role]) =>
          role === "" ? [] : [{ contactId, role }],
        ),
      })}
      onSuccess={onDone}
      successMessage={t("saved")}
    >
      <RankingField />
      <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
        <SelectField
          name="motive"
          label={t("motive")}
          options={[
            { value: "", label: t("unknown") },
            ...MOTIVES.map((one) => ({ value: one, label: t(`motives.${one}`) })),
          ]}
        />
        <SelectField
          name="decisionStage"
          label={t("stage")}
          options={[
            { value: "", label: t("unknown") },
            ...DECISION_STAGES.map((one) => ({ value: one, label: t(`stages.${one}`) })),
          ]}
        />
      </div>
      <PeopleField contacts={contacts} />
      <TextareaField name="criteria" label={t("criteria")} hint={t("criteriaHint")} rows={3} />
    </ActionForm>
  );
}

function RankingField() {
  const t = useTranslations("customers.profile");
  const { value, setValue } = useFormField("drivers");
  return (
    <fieldset>
      <legend className="mb-1 text-ink2 text-sm">{t("driversLabel")}</legend>
      <p className="mb-1.5 text-muted text-xs">{t("driversHint")}</p>
      <DriverRanking value={value as ValueDriver[]} onValueChange={setValue} />
    </fieldset>
  );
}

function PeopleField({ contacts }: { contacts: readonly ProfileContact[] }) {
  const t = useTranslations("customers.profile");
  const c = useTranslations("customers.contacts");
  const locale = useLocale();
  const { value, setValue } = useFormField("roles");
  const roles = value as Record<string, DecisionRole | "">;
  if (contacts.length === 0) return <p className="text-muted text-sm">{t("noContacts")}</p>;
  return (
    <fieldset>
      <legend className="mb-1 text-ink2 text-sm">{t("people")}</legend>
      <ul className="grid gap-1.5">
        {contacts.map((contact) => (
          <li key={contact.id} className="flex items-center gap-2 text-sm">
            <span className="min-w-0 flex-1 break-words">{localName(contact, locale)}</span>
            <Select
              aria-label={t("roleOf", { name: localName(contact, locale) })}
              className="w-44"
              value={roles[contact.id] ?? ""}
              onValueChange={(role) => setValue({ ...roles, [contact.id]: role })}
              options={[
                { value: "", label: t("notInvolved") },
                ...ROLE_ORDER.map((role) => ({ value: role, label: c(`roles.${role}`) })),
              ]}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
