"use client";
import { Power, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { deleteProduct, setProductActive } from "@/lib/catalog/actions";

type ProductActionsProps = {
  id: string;
  name: string;
  active: boolean;
  use: { lines: number; sales: number };
};

/** Takes a product out of use or back, and deletes one that nothing names. */
export function ProductActions({ id, name, active, use }: ProductActionsProps) {
  const t = useTranslations("catalog");
  const run = useCommand();
  const router = useRouter();
  const used = use.lines + use.sales > 0;
  async function remove() {
    const done = await run(deleteProduct({ id }), t("deleted"));
    if (done) router.push("/settings/products");
    return done;
  }
  return (
    <>
      <Button
        icon={<Power aria-hidden="true" />}
        onClick={() =>
          void run(
            setProductActive({ id, active: !active }),
            t(active ? "deactivated" : "activated"),
          )
        }
      >
        {t(active ? "deactivate" : "activate")}
      </Button>
      {used ? null : (
        <ConfirmDialog
          title={t("deleteTitle", { name })}
          confirmLabel={t("delete")}
          danger
          trigger={
            <Button variant="danger" icon={<Trash2 aria-hidden="true" />}>
              {t("delete")}
            </Button>
          }
          onConfirm={remove}
        >
          {t("deleteAsk")}
        </ConfirmDialog>
      )}
    </>
  );
}
