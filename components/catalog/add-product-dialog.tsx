"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";

const AddProductForm = lazy(() => import("./add-product-form"));

export type AddProductProps = {
  categories: readonly ComboOption[];
  /** The base currency first. */
  currencies: readonly string[];
};

/** Button and form for a new product. */
export function AddProductDialog(props: AddProductProps) {
  const t = useTranslations("catalog");
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={t("add")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden="true" />}>
          {t("add")}
        </Button>
      }
    >
      <Suspense>
        <AddProductForm {...props} onDone={() => setOpen(false)} />
      </Suspense>
    </Dialog>
  );
}
