"use client";
import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** What stands in place of a page that failed; the navigation stays. The code finds the log entry. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("navigation.error");
  return (
    <div className="pt-[12dvh]" role="alert">
      <EmptyState
        icon={<TriangleAlert />}
        as="h1"
        title={t("title")}
        action={<Button onClick={reset}>{t("retry")}</Button>}
      >
        {t("text", { code: error.digest ?? "—" })}
      </EmptyState>
    </div>
  );
}
