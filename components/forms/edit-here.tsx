"use client";
import { Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../ui/button";

const FIRST = "input:checked, input:not([type=radio], [type=hidden]), textarea, select";

/** Goes to a form further down the page (the id of what is around it); also by the key `e`. */
export function EditHere({ form }: { form: string }) {
  const t = useTranslations("common");
  return (
    <Button
      icon={<Pencil aria-hidden="true" />}
      aria-keyshortcuts="e"
      onClick={() => document.getElementById(form)?.querySelector<HTMLElement>(FIRST)?.focus()}
    >
      {t("edit")}
    </Button>
  );
}
