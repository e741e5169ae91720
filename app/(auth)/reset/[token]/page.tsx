import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { ResetForm } from "@/components/auth/link-forms";
import { openLink } from "@/lib/people/queries/access-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("resetTitle") };
}

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const owner = await openLink("reset", token);
  if (!owner) return <DeadLink />;
  const t = await getTranslations("auth");
  return (
    <AuthPage title={t("resetTitle")} sub={t("resetSub", { email: owner.email ?? owner.name })}>
      <ResetForm secret={token} />
    </AuthPage>
  );
}
