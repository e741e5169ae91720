"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { createProduct } from "@/lib/catalog/actions";
import type { AddProductProps } from "./add-product-dialog";
import { ProductFields } from "./product-form";

/** A new product. */
export default function AddProductForm(props: AddProductProps & { onDone: () => void }) {
  const t = useTranslations("catalog");
  const { categories, currencies, onDone } = props;
  return (
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
      onSuccess={onDone}
      successMessage={t("added")}
      submitLabel={t("addSubmit")}
    >
      <ProductFields categories={categories} currencies={currencies} />
    </ActionForm>
  );
}
