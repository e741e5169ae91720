"use client";
import { Ban, CircleCheck, Link2, LogOut } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { createAccessLink, disableUser, enableUser, signOutUser } from "@/lib/people/actions/users";
import type { UserStatus } from "@/lib/people/domain/user-rules";
import { type IssuedLink, LinkDialog } from "./link-dialog";

type UserActionsProps = {
  id: string;
  name: string;
  status: UserStatus;
  hasEmail: boolean;
  isSelf: boolean;
};

/** What an admin can do with an account: pass on a link, end its sessions, disable or enable it. */
export function UserActions({ id, name, status, hasEmail, isSelf }: UserActionsProps) {
  const t = useTranslations("people.users");
  const run = useCommand();
  const [link, setLink] = useState<IssuedLink | null>(null);
  async function makeLink() {
    const made = await run(createAccessLink({ id }));
    if (typeof made === "object") setLink({ kind: made.kind, path: made.link, name });
  }
  if (status === "disabled") {
    return (
      <Button
        icon={<CircleCheck aria-hidden="true" />}
        onClick={() => void run(enableUser({ id }), t("enabled"))}
      >
        {t("enable")}
      </Button>
    );
  }
  return (
    <>
      {hasEmail ? (
        <Button icon={<Link2 aria-hidden="true" />} onClick={() => void makeLink()}>
          {status === "invited" ? t("makeInvitation") : t("makeReset")}
        </Button>
      ) : null}
      {status === "active" && !isSelf ? (
        <ConfirmDialog
          title={t("signOutEverywhere")}
          confirmLabel={t("signOutEverywhere")}
          trigger={<Button icon={<LogOut aria-hidden="true" />}>{t("signOutEverywhere")}</Button>}
          onConfirm={() => run(signOutUser({ id }), t("signedOut"))}
        >
          {t("signOutAsk", { name })}
        </ConfirmDialog>
      ) : null}
      {isSelf ? null : (
        <ConfirmDialog
          title={t("disableTitle", { name })}
          confirmLabel={t("disable")}
          danger
          trigger={<Button icon={<Ban aria-hidden="true" />}>{t("disable")}</Button>}
          onConfirm={() => run(disableUser({ id }), t("disabled"))}
        >
          {t("disableAsk")}
        </ConfirmDialog>
      )}
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </>
  );
}
