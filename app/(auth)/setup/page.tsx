import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { SetupForm } from "@/components/auth/setup-form";
import { needsSetup } from "@/lib/setup/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("setupTitle") };
}

export default async function SetupPage() {
  if (!(await needsSetup())) redirect("/sign-in");
  const t = await getTranslations("auth");
  return (
    <AuthPage title={t("setupTitle")} sub={t("setupSub")}>
      <SetupForm />
    </AuthPage>
  );
}
