"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { useFormState } from "./form-context";

/** Submit button of the form around, with what stands beside it; full width on phones. */
export function SubmitRow({ label, secondary }: { label?: string; secondary?: ReactNode }) {
  const t = useTranslations("common");
  const { pending } = useFormState();
  return (
    <div className="flex flex-row-reverse flex-wrap items-center justify-start gap-2 phone:*:flex-1">
      <Button type="submit" variant="primary" pending={pending}>
        {label ?? t("save")}
      </Button>
      {secondary}
    </div>
  );
}
