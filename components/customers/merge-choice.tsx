"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Field } from "@/components/ui/field";
import { CustomerPicker } from "./customer-picker";

/** Which customer is the same one; the page then shows both side by side. */
export function MergeChoice({
  id,
  chosen,
}: {
  id: string;
  chosen: { value: string; label: string } | null;
}) {
  const t = useTranslations("customers.merge");
  const router = useRouter();
  return (
    <Field label={t("other")} hint={t("otherHint")}>
      {(control) => (
        <CustomerPicker
          {...control}
          value={chosen?.value ?? null}
          chosen={chosen}
          onValueChange={(next) =>
            router.replace(`/customers/${id}/merge${next ? `?with=${next}` : ""}`)
          }
        />
      )}
    </Field>
  );
}
