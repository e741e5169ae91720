import { useTranslations } from "next-intl";
import { AuthPage } from "./auth-page";
import { QuietLink } from "./quiet-link";

/** What a used, expired or unknown link shows: always the same. */
export function DeadLink() {
  const t = useTranslations("auth");
  return (
    <AuthPage title={t("linkInvalidTitle")} sub={t("linkInvalid")}>
      <QuietLink href="/sign-in">{t("backToSignIn")}</QuietLink>
    </AuthPage>
  );
}
