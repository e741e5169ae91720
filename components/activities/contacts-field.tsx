"use client";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { useFormField } from "@/components/forms/form-context";
import { cx } from "@/components/ui/cx";
import { FieldNotes } from "@/components/ui/field";
import { loadContacts } from "@/lib/activities/actions";

type Option = { value: string; label: string; hint: string | null; active: boolean };

const asId = (value: unknown) => (typeof value === "string" && value !== "" ? value : null);

/** Who of the chosen customer, or of the deal's, takes part: any number, one tap each. */
export function ContactsField() {
  const t = useTranslations("activityForm");
  const { value, setValue, error } = useFormField("contactIds");
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const options = useContacts(chosen, setValue);
  const id = useId();
  if (options.length === 0) return null;
  const toggle = (one: string) =>
    setValue(chosen.includes(one) ? chosen.filter((other) => other !== one) : [...chosen, one]);
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="mb-1 text-ink2 text-sm">{t("contacts")}</legend>
      <div className="flex max-h-40 flex-wrap gap-1.5 overflow-y-auto">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "relative inline-flex min-h-8 cursor-pointer items-center gap-1.5 rounded-control border border-line2 bg-surface px-2.5 text-ink2 text-sm hover:border-edge",
              "has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-accent phone:min-h-11",
            )}
          >
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              onChange={() => toggle(option.value)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-control focus-visible:outline-none"
            />
            {option.label}
            {option.hint ? (
              <span className="font-normal text-muted text-xs">{option.hint}</span>
            ) : null}
          </label>
        ))}
      </div>
      <FieldNotes id={id} error={error} />
    </fieldset>
  );
}

/** The contacts to choose from; who is none of another customer's is no longer chosen. */
function useContacts(chosen: readonly string[], choose: (ids: string[]) => void): Option[] {
  const customerId = asId(useFormField("customerId").value);
  const dealId = asId(useFormField("dealId").value);
  const [found, setFound] = useState<{ of: string; options: Option[] } | null>(null);
  const of = `${customerId} ${dealId}`;
  useEffect(() => {
    let current = true;
    if (!customerId && !dealId) return setFound({ of, options: [] });
    loadContacts({ customerId, dealId }).then(
      (answer) => current && answer?.data && setFound({ of, options: answer.data }),
      () => undefined, // without a connection nobody can be chosen, and nobody is lost
    );
    return () => {
      current = false;
    };
  }, [customerId, dealId, of]);
  const options = found?.of === of ? found.options : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the contacts of each customer
  useEffect(() => {
    if (!options) return;
    const left = chosen.filter((id) => options.some((option) => option.value === id));
    if (left.length < chosen.length) choose(left);
  }, [options]);
  // Who has left is shown where chosen already.
  return (options ?? []).filter((one) => one.active || chosen.includes(one.value));
}
