import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("navigation.notFound");
  return { title: t("title") };
}

/** The one answer for what does not exist and for what the person may not see. */
export default async function NotFound() {
  const t = await getTranslations("navigation.notFound");
  return (
    <div className="pt-[12dvh]">
      <EmptyState
        icon={<SearchX />}
        as="h1"
        title={t("title")}
        action={<LinkButton href="/dashboard">{t("home")}</LinkButton>}
      >
        {t("text")}
      </EmptyState>
    </div>
  );
}
