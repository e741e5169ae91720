"use client";
import { Ellipsis, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { Menu, MenuItem } from "@/components/ui/menu";
import { useRemoved } from "@/components/undo/use-removed";
import { removeDeal } from "@/lib/pipeline/actions/deals";
import type { BusinessDate } from "@/lib/shared/business-date";
import { type ClosingDeal, WinDialog } from "./win-dialog";

/** What is done to a deal less often. */
export function DealMenu({
  deal,
  today,
  won,
}: {
  deal: ClosingDeal;
  today: BusinessDate;
  won: boolean;
}) {
  const t = useTranslations("pipeline.menu");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  const [correcting, setCorrecting] = useState(false);
  async function remove() {
    const done = await run(removeDeal({ id: deal.id }));
    if (typeof done !== "object") return;
    router.push("/deals");
    removed(t("deleted", { title: deal.title }), done.removal, `/deals/${deal.id}`);
  }
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton label={t("label")} icon={<Ellipsis aria-hidden="true" />} />}
      >
        {won ? <MenuItem onClick={() => setCorrecting(true)}>{t("correct")}</MenuItem> : null}
        <MenuItem danger icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
          {t("delete")}
        </MenuItem>
      </Menu>
      <WinDialog
        key={deal.version}
        deal={deal}
        today={today}
        correcting
        open={correcting}
        onOpenChange={setCorrecting}
      />
    </>
  );
}
