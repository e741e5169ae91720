"use client";
import { Pencil, RotateCcw, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { LinkButton } from "@/components/ui/link-button";
import { useRemoved } from "@/components/undo/use-removed";
import { deleteSale, returnSale } from "@/lib/sales/actions";
import { ReturnFields } from "./sale-fields";

type SaleActionsProps = {
  id: string;
  /** What may still come back; null of a return. */
  left: { quantity: number; amount: number } | null;
  currency: string;
  today: string;
  /** Entered by hand: it can be corrected and deleted here. */
  byHand: boolean;
  /** Made for the form: sent twice, it is one return. */
  returnId: string;
};

/** What is done with a booked line: take some of it back, or delete what was entered wrongly. */
export function SaleActions({ id, left, currency, today, byHand, returnId }: SaleActionsProps) {
  const t = useTranslations("sales.entry");
  const router = useRouter();
  const run = useCommand();
  const removed = useRemoved();
  const [open, setOpen] = useState(false);
  async function remove() {
    const done = await run(deleteSale({ id }));
    if (typeof done !== "object") return;
    router.push("/sales");
    removed(t("deleted"), done.removal, `/sales/${id}`);
  }
  return (
    <>
      {left && left.quantity > 0 ? (
        <>
          <Button icon={<RotateCcw aria-hidden="true" />} onClick={() => setOpen(true)}>
            {t("return")}
          </Button>
          <Dialog
            title={t("return")}
            description={t("returnHint")}
            open={open}
            onOpenChange={setOpen}
          >
            <ActionForm
              key={returnId}
              action={returnSale}
              initial={{ soldOn: today, quantity: left.quantity, amount: left.amount }}
              toInput={(values) => ({ ...values, id: returnId, returnOfId: id })}
              successMessage={t("returned")}
              onSuccess={() => {
                setOpen(false);
                router.refresh();
              }}
              submitLabel={t("return")}
            >
              <ReturnFields currency={currency} />
            </ActionForm>
          </Dialog>
        </>
      ) : null}
      {byHand ? (
        <LinkButton
          href={`/sales/${id}/edit`}
          icon={<Pencil aria-hidden="true" />}
          aria-keyshortcuts="e"
        >
          {t("edit")}
        </LinkButton>
      ) : null}
      {byHand ? (
        <Button variant="danger" icon={<Trash2 aria-hidden="true" />} onClick={() => void remove()}>
          {t("delete")}
        </Button>
      ) : null}
    </>
  );
}
