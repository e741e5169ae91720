"use client";
import { LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { endToken, signOutEverywhere } from "@/lib/people/actions/profile";

/** Ends one token after asking. */
export function RevokeToken({ id, name }: { id: string; name: string }) {
  const t = useTranslations("people.profile");
  const run = useCommand();
  return (
    <ConfirmDialog
      title={t("revokeTitle", { name })}
      confirmLabel={t("revoke")}
      danger
      trigger={
        <Button size="sm" variant="ghost">
          {t("revoke")}
        </Button>
      }
      onConfirm={() => run(endToken({ id }), t("revoked"))}
    >
      {t("revokeAsk")}
    </ConfirmDialog>
  );
}

/** Ends every session of the person, this one too, after asking. */
export function SignOutEverywhere() {
  const t = useTranslations("people.profile");
  const run = useCommand();
  async function confirm() {
    if ((await run(signOutEverywhere())) === false) return false;
    location.assign("/sign-in");
    return true;
  }
  return (
    <ConfirmDialog
      title={t("signOutEverywhere")}
      confirmLabel={t("signOutEverywhere")}
      danger
      trigger={<Button icon={<LogOut aria-hidden="true" />}>{t("signOutEverywhere")}</Button>}
      onConfirm={confirm}
    >
      {t("signOutAsk")}
    </ConfirmDialog>
  );
}
