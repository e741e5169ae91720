import { SearchX } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("navigation.notFound");
  return { title: t("title") };
}

/** An address outside every page of the product. */
export default async function NotFound() {
  const t = await getTranslations("navigation.notFound");
  return (
    <main id="main" className="pt-[20dvh]">
      <EmptyState
        icon={<SearchX />}
        as="h1"
        title={t("title")}
        action={<LinkButton href="/dashboard">{t("home")}</LinkButton>}
      >
        {t("text")}
      </EmptyState>
    </main>
  );
}
