import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { QuietLink } from "@/components/auth/quiet-link";
import { SignInError } from "@/components/auth/sign-in-error";
import { SignInForm } from "@/components/auth/sign-in-form";
import { SingleSignOn } from "@/components/auth/single-sign-on";
import { safeNextPath } from "@/lib/platform/auth/next-path";
import { singleSignOnName } from "@/lib/platform/auth/oidc";
import { optionalScope } from "@/lib/platform/auth/session";
import { needsSetup } from "@/lib/setup/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("signIn") };
}

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const next = safeNextPath(typeof query.next === "string" ? query.next : null);
  if (await optionalScope()) redirect(next);
  if (await needsSetup()) redirect("/setup");
  const t = await getTranslations("auth");
  const sso = singleSignOnName();
  return (
    <AuthPage title={t("signIn")} sub={t("signInSub")}>
      <SignInError code={query.error} />
      <SignInForm next={next} />
      {sso === null ? null : <SingleSignOn name={sso || t("ssoDefaultName")} next={next} />}
      <QuietLink href="/forgot-password">{t("forgot")}</QuietLink>
    </AuthPage>
  );
}
