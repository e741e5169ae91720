import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { AuthLayout } from "@/components/layout/auth-layout";
import { LanguageFooter } from "./language-footer";

/** A page before sign-in: one card, the language switch below. */
export function AuthPage({
  title,
  sub,
  children,
}: {
  title: string;
  sub?: string;
  children: ReactNode;
}) {
  const t = useTranslations("common");
  return (
    <AuthLayout
      brand={t("appName")}
      title={title}
      sub={sub}
      footer={<LanguageFooter locale={useLocale()} />}
    >
      {children}
    </AuthLayout>
  );
}
