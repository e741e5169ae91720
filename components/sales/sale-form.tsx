"use client";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { createSale, editReturn, editSale } from "@/lib/sales/actions";
import type { SaleRow } from "@/lib/sales/domain/sale";
import type { SaleChoices } from "@/lib/sales/domain/sale-choices";
import { useSaleConflict } from "./sale-conflict";
import { ReturnFields, SaleFields } from "./sale-fields";

type SaleFormProps = {
  choices: SaleChoices;
  me: { id: string; name: string };
  /** Made for this form: sent twice, it is one sale. */
  id: string;
};

/** Enters one sold line. */
export function SaleForm({ choices, me, id }: SaleFormProps) {
  const t = useTranslations("sales.entry");
  const router = useRouter();
  const { today, baseCurrency, units, leads } = choices;
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
      <SaleFields choices={choices} />
    </ActionForm>
  );
}

/** Corrects a line entered by hand; a stale save shows both versions. */
export function EditSaleForm({ sale, choices }: { sale: SaleRow; choices: SaleChoices }) {
  const t = useTranslations("sales.entry");
  const router = useRouter();
  const conflict = useSaleConflict(sale, choices, useLocale());
  const { id, soldOn, quantity, amount, version } = sale;
  const shared = {
    successMessage: t("corrected"),
    onSuccess: () => router.push(`/sales/${id}`),
    submitLabel: t("correct"),
    secondary: <LinkButton href={`/sales/${id}`}>{t("cancel")}</LinkButton>,
    renderServerError: conflict,
  };
  if (quantity < 0)
    return (
      <ActionForm
        {...shared}
        action={editReturn}
        initial={{ soldOn: soldOn as string, quantity: -quantity, amount: -amount, version }}
        toInput={(values) => ({ ...values, id })}
      >
        <ReturnFields currency={sale.currency} />
      </ActionForm>
    );
  const { product, customer, deal, unit, owner } = sale;
  const initial = {
    ...{
      soldOn: soldOn as string,
      orderNo: sale.orderNo,
      currency: sale.currency,
      quantity,
      amount,
    },
    ...{
      productId: product?.id ?? null,
      customerId: customer?.id ?? null,
      dealId: deal?.id ?? null,
    },
    ...{ unitId: unit.id, ownerId: owner?.id ?? null, version },
  };
  return (
    <ActionForm
      {...shared}
      action={editSale}
      initial={initial}
      toInput={(values) => ({ ...values, id })}
    >
      <SaleFields choices={choices} sale={sale} />
    </ActionForm>
  );
}
