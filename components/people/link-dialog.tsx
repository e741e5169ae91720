"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CopyField } from "@/components/ui/copy-field";
import { Dialog } from "@/components/ui/dialog";
import type { LinkKind } from "@/lib/people/domain/access-link";

export type IssuedLink = { kind: LinkKind; path: string; name: string };

/** Shows a fresh link once, to be passed on; it leads to the address the admin is using. */
export function LinkDialog({ link, onClose }: { link: IssuedLink | null; onClose: () => void }) {
  const t = useTranslations("people.users");
  return (
    <Dialog
      title={link ? t("linkTitle", { name: link.name }) : ""}
      open={link !== null}
      onOpenChange={(open) => open || onClose()}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t("done")}
        </Button>
      }
    >
      {link ? (
        <CopyField
          label={t(`${link.kind}Link`)}
          value={new URL(link.path, location.origin).href}
          hint={t(`${link.kind}Hint`)}
        />
      ) : null}
    </Dialog>
  );
}
