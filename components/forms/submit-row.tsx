"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "../ui/button";
import { useFormState } from "./form-context";
import { useHydrated } from "./use-hydrated";

/**
 * Submit button of the form around, with what stands beside it; full width on phones. It waits for
 * the page's scripts, without which nothing could be sent.
 */
export function SubmitRow({ label, secondary }: { label?: string; secondary?: ReactNode }) {
  const t = useTranslations("common");
  const { pending } = useFormState();
  const ready = useHydrated();
  return (
    <div className="flex flex-row-reverse flex-wrap items-center justify-start gap-2 phone:*:flex-1">
      <Button
        type="submit"
        variant="primary"
        pending={pending}
        disabled={!ready}
        className="disabled:opacity-100"
      >
        {label ?? t("save")}
      </Button>
      {secondary}
    </div>
  );
}
