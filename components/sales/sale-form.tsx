"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { SelectField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, NumberField, TextField } from "@/components/forms/text-fields";
import { LinkButton } from "@/components/ui/link-button";
import { createSale } from "@/lib/sales/actions";
import type { SaleChoices } from "@/lib/sales/domain/sale-choices";
import { localName } from "@/lib/shared/local-name";

type SaleFormProps = {
  choices: SaleChoices;
  me: { id: string; name: string };
  /** Made for this form: sent twice, it is one sale. */
  id: string;
};

/** Enters one sold line. */
export function SaleForm({ choices, me, id }: SaleFormProps) {
  const t = useTranslations("sales.entry");
  const locale = useLocale();
  const router = useRouter();
  const { today, baseCurrency, currencies, units, leads } = choices;
  const initial = {
    ...{ soldOn: today as string, orderNo: "", currency: baseCurrency },
    ...{ productId: null, customerId: null, dealId: null, quantity: 1, amount: null },
    ...{ unitId: units[0]?.id ?? "", ownerId: leads ? null : me.id },
  };
  return (
    <ActionForm
      action={createSale}
      initial={initial}
      toInput={(values) => ({ ...values, id })}
      successMessage={t("done")}
      onSuccess={() => router.push(`/sales/${id}`)}
      submitLabel={t("submit")}
      secondary={<LinkButton href="/sales">{t("cancel")}</LinkButton>}
    >
      <FieldGroup columns={2}>
        <RemoteField
          name="productId"
          label={t("product")}
          source="/api/search?only=product"
          required
        />
        <RemoteField name="customerId" label={t("customer")} source="/api/search?only=customer" />
        <NumberField name="quantity" label={t("quantity")} required />
        <NumberField name="amount" label={t("amount")} required />
        {currencies.length > 1 ? (
          <SelectField
            name="currency"
            label={t("currency")}
            options={currencies.map((currency) => ({ value: currency, label: currency }))}
          />
        ) : null}
        <DateField name="soldOn" label={t("soldOn")} required />
        <TextField name="orderNo" label={t("orderNo")} required autoComplete="off" />
        <RemoteField name="dealId" label={t("deal")} source="/api/search?only=deal" />
        {units.length > 1 ? (
          <SelectField
            name="unitId"
            label={t("unit")}
            options={units.map((unit) => ({
              value: unit.id,
              label: `${"\u2003".repeat(unit.depth)}${localName(unit, locale)}`,
            }))}
          />
        ) : null}
        {leads ? (
          <RemoteField name="ownerId" label={t("owner")} source="/api/search?only=person" />
        ) : null}
      </FieldGroup>
    </ActionForm>
  );
}
