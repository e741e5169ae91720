"use client";
import { useLocale, useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/choice-fields";
import { FieldGroup } from "@/components/forms/field-group";
import { RemoteField } from "@/components/forms/remote-field";
import { DateField, NumberField, TextField } from "@/components/forms/text-fields";
import type { SaleRow } from "@/lib/sales/domain/sale";
import type { SaleChoices } from "@/lib/sales/domain/sale-choices";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

/** The fields of a sold line; `sale` gives the names of what is chosen already. */
export function SaleFields({ choices, sale }: { choices: SaleChoices; sale?: SaleRow }) {
  const t = useTranslations("sales.entry");
  const locale = useLocale();
  const { currencies, units, leads } = choices;
  const named = (one: Reference | null | undefined) =>
    one && { value: one.id, label: localName(one, locale) };
  const deal = sale?.deal && { value: sale.deal.id, label: sale.deal.title };
  return (
    <FieldGroup columns={2}>
      <RemoteField
        name="productId"
        label={t("product")}
        source="/api/search?only=product"
        chosen={named(sale?.product)}
        required
      />
      <RemoteField
        name="customerId"
        label={t("customer")}
        source="/api/search?only=customer"
        chosen={named(sale?.customer)}
      />
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
      <RemoteField name="dealId" label={t("deal")} source="/api/search?only=deal" chosen={deal} />
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
        <RemoteField
          name="ownerId"
          label={t("owner")}
          source="/api/search?only=person"
          chosen={named(sale?.owner)}
        />
      ) : null}
    </FieldGroup>
  );
}

/** What can be said of a return: how much came back, and when. */
export function ReturnFields({ currency }: { currency: string }) {
  const t = useTranslations("sales.entry");
  return (
    <>
      <NumberField name="quantity" label={t("quantity")} required />
      <NumberField name="amount" label={t("amount")} suffix={currency} required />
      <DateField name="soldOn" label={t("returnedOn")} required />
    </>
  );
}
