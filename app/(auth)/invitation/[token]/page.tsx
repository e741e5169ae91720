import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { DeadLink } from "@/components/auth/dead-link";
import { InvitationForm } from "@/components/auth/link-forms";
import { openLink } from "@/lib/people/queries/access-links";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth"))("invitationTitle") };
}

export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const owner = await openLink("invitation", token);
  if (!owner) return <DeadLink />;
  const t = await getTranslations("auth");
  return (
    <AuthPage
      title={t("invitationTitle")}
      sub={t("invitationSub", { email: owner.email ?? owner.name })}
    >
      <InvitationForm secret={token} name={owner.name} />
    </AuthPage>
  );
}
