"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { TextField } from "@/components/forms/text-fields";
import { Banner } from "@/components/ui/banner";
import { CopyField } from "@/components/ui/copy-field";
import { createToken } from "@/lib/people/actions/profile";

const DAYS = [30, 90, 365];

/** Makes a personal token and shows it this once. */
export function TokenForm() {
  const t = useTranslations("people.profile");
  const [token, setToken] = useState<string | null>(null);
  const choices = [
    ...DAYS.map((days) => ({ value: String(days), label: t("days", { count: days }) })),
    { value: "0", label: t("noEnd") },
  ];
  return (
    <div className="grid gap-4">
      {token ? (
        <Banner tone="good" title={t("tokenCreated")} live>
          <div className="mt-2">
            <CopyField label={t("token")} value={token} />
          </div>
        </Banner>
      ) : null}
      <ActionForm
        action={createToken}
        initial={{ name: "", days: "90" }}
        toInput={({ name, days }) => ({ name, days: Number(days) })}
        onSuccess={(data) => setToken(data?.token ?? null)}
        submitLabel={t("createToken")}
        resetOnSuccess
      >
        <div className="grid grid-cols-[minmax(0,1fr)_9rem] gap-3 phone:grid-cols-1">
          <TextField name="name" label={t("tokenName")} required />
          <SelectField name="days" label={t("tokenDays")} options={choices} />
        </div>
      </ActionForm>
    </div>
  );
}
