import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";

/** Why single sign-on did not work, from the address next-auth came back to. */
export function SignInError({ code }: { code: unknown }) {
  const t = useTranslations("errors");
  if (typeof code !== "string") return null;
  return (
    <Banner tone="bad" className="mb-4" live>
      {code === "ssoNoAccount" ? t("ssoNoAccount") : t("ssoFailed")}
    </Banner>
  );
}
