import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { ForgotForm } from "@/components/auth/forgot-form";
import { QuietLink } from "@/components/auth/quiet-link";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("forgotTitle") };
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations("auth");
  return (
    <AuthPage title={t("forgotTitle")} sub={t("forgotSub")}>
      <ForgotForm />
      <QuietLink href="/sign-in">{t("backToSignIn")}</QuietLink>
    </AuthPage>
  );
}
