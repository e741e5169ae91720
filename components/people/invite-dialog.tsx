"use client";
import { UserPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { type IssuedLink, LinkDialog } from "./link-dialog";

const InviteForm = lazy(() => import("./invite-form"));

export type InviteProps = { units: readonly ComboOption[]; today: string };

/** Button, form and the link that comes of it. */
export function InviteDialog({ units, today }: InviteProps) {
  const t = useTranslations("people.users");
  const [open, setOpen] = useState(false);
  const [link, setLink] = useState<IssuedLink | null>(null);
  function added(path: string | null, name: string) {
    setOpen(false);
    toast(t("added", { name }), { description: path ? undefined : t("noLink") });
    if (path) setLink({ kind: "invitation", path, name });
  }
  return (
    <>
      <Dialog
        title={t("invite")}
        description={t("inviteHint")}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <Button variant="primary" icon={<UserPlus aria-hidden="true" />}>
            {t("invite")}
          </Button>
        }
      >
        <Suspense>
          <InviteForm units={units} today={today} onAdded={added} />
        </Suspense>
      </Dialog>
      <LinkDialog link={link} onClose={() => setLink(null)} />
    </>
  );
}
