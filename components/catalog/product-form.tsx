"use client";
import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { ComboboxField } from "@/components/forms/combobox-field";
import { conflictOf } from "@/components/forms/edit-conflict";
import { NumberField, TextField } from "@/components/forms/text-fields";
import type { ComboOption } from "@/components/ui/combobox";
import { editProduct } from "@/lib/catalog/actions";

type Choices = { categories: readonly ComboOption[]; currencies: readonly string[] };

type ProductFormProps = Choices & {
  product: {
    id: string;
    version: number;
    name: string;
    nameEn: string | null;
    sku: string | null;
    categoryId: string | null;
    listPrice: number | null;
    currency: string;
  };
};

/** What a product is called, where it belongs and what it costs. */
export function ProductForm({ product, ...choices }: ProductFormProps) {
  const t = useTranslations("catalog");
  const { nameEn, sku } = product;
  return (
    <ActionForm
      action={editProduct}
      initial={{ ...product, nameEn: nameEn ?? "", sku: sku ?? "" }}
      successMessage={t("saved")}
      renderServerError={conflictOf({
        name: { label: t("fields.name") },
        nameEn: { label: t("fields.nameEn") },
        sku: { label: t("fields.sku") },
        categoryId: {
          label: t("fields.category"),
          show: (id) => choices.categories.find(({ value }) => value === id)?.label ?? id,
          fromServer: (id) => id,
        },
        listPrice: { label: t("fields.listPrice"), fromServer: (price) => price },
        currency: { label: t("fields.currency") },
      })}
    >
      <ProductFields {...choices} />
    </ActionForm>
  );
}

/** The fields of a product, for adding and editing. */
export function ProductFields({ categories, currencies }: Choices) {
  const t = useTranslations("catalog.fields");
  return (
    <div className="grid grid-cols-2 gap-3 phone:grid-cols-1">
      <TextField name="name" label={t("name")} required />
      <TextField name="nameEn" label={t("nameEn")} />
      <TextField name="sku" label={t("sku")} />
      <ComboboxField
        name="categoryId"
        label={t("category")}
        options={categories}
        placeholder={t("noCategory")}
      />
      <NumberField name="listPrice" label={t("listPrice")} hint={t("listPriceHint")} min={0} />
      <SelectField
        name="currency"
        label={t("currency")}
        options={currencies.map((code) => ({ value: code, label: code }))}
        required
      />
    </div>
  );
}
