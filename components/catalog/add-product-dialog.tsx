"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import type { ComboOption } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { createProduct } from "@/lib/catalog/actions";
import { ProductFields } from "./product-form";

type AddProductProps = {
  categories: readonly ComboOption[];
  /** The base currency first. */
  currencies: readonly string[];
};

/** Button and form for a new product. */
export function AddProductDialog({ categories, currencies }: AddProductProps) {
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
      <ActionForm
        action={createProduct}
        initial={{
          name: "",
          nameEn: "",
          sku: "",
          categoryId: null as string | null,
          listPrice: null as number | null,
          currency: currencies[0] ?? "",
        }}
        onSuccess={() => setOpen(false)}
        successMessage={t("added")}
        submitLabel={t("addSubmit")}
      >
        <ProductFields categories={categories} currencies={currencies} />
      </ActionForm>
    </Dialog>
  );
}
