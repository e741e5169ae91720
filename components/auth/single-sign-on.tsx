"use client";
import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { requestSingleSignOn } from "./sign-in-request";

/** Goes to the company's own sign-in page and comes back to `next`. */
export function SingleSignOn({ name, next }: { name: string; next: string }) {
  const t = useTranslations("auth");
  const [pending, setPending] = useState(false);
  async function go() {
    setPending(true);
    location.assign(await requestSingleSignOn(next).catch(() => "/sign-in?error=ssoFailed"));
  }
  return (
    <>
      <p className="my-4 text-center text-muted text-xs">{t("or")}</p>
      <Button
        className="w-full"
        icon={<KeyRound aria-hidden="true" />}
        pending={pending}
        onClick={() => void go()}
      >
        {t("signInWith", { name })}
      </Button>
    </>
  );
}
