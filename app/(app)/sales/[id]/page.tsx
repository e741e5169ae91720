import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { listTable } from "@/components/lists/list-table";
import { SaleActions } from "@/components/sales/sale-actions";
import { SaleFacts } from "@/components/sales/sale-facts";
import { SALE_VIEW } from "@/components/sales/sale-list";
import { SaleOriginNote } from "@/components/sales/sale-origin-note";
import { SimpleTable } from "@/components/tables/simple-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { orNotFound } from "@/lib/platform/not-found";
import { originOf } from "@/lib/sales/domain/sale";
import { saleDetail } from "@/lib/sales/queries";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }> };

const COLUMNS = ["product", "owner", "quantity", "amount", "margin"] as const;

/** Null where nothing is known. */
function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((total, value) => total + value, 0) : null;
}

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(saleDetail(await currentScope(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { sale } = await load((await params).id);
  const t = await getTranslations("sales.detail");
  return { title: t("title", { order: sale.orderNo }) };
}

export default async function SalePage({ params }: Props) {
  const [{ sale, order, currency, left, today }, t, common, locale] = await Promise.all([
    load((await params).id),
    getTranslations("sales"),
    getTranslations("common"),
    getLocale(),
  ]);
  const f = createFormatter({ locale, currency });
  const title = t("detail.title", { order: sale.orderNo });
  const revenue = sumOf(order.map((line) => line.baseAmount));
  const totals = {
    count: order.length,
    revenue,
    units: sumOf(order.map((line) => line.quantity)),
    margin: sumOf(order.map((line) => line.baseMargin)),
  };
  const table = await listTable(SALE_VIEW, { rows: order, totals }, COLUMNS, f);
  return (
    <ClientMessages namespaces={["sales"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/sales" }, { label: title }]}
          />
        }
        title={title}
        tag={sale.quantity < 0 ? <Tag status="warn">{t("kinds.return")}</Tag> : null}
        actions={
          <SaleActions
            id={sale.id}
            left={left}
            currency={sale.currency}
            today={today}
            byHand={originOf(sale.source) === "hand"}
            returnId={crypto.randomUUID()}
          />
        }
        lead={t("detail.lead", {
          customer: sale.customer ? localName(sale.customer, locale) : t("detail.noCustomer"),
          date: f.date(sale.soldOn),
          amount: f.moneyFull(revenue),
        })}
      />
      <CardGrid columns="wide-narrow">
        <Card flush title={t("detail.order")} className="self-start">
          <SimpleTable
            caption={t("detail.order")}
            {...table}
            columns={table.columns.map((column) => ({ ...column, sortable: false }))}
          />
        </Card>
        <Card title={t("detail.facts")}>
          <SaleFacts sale={sale} f={f} />
          <SaleOriginNote sale={sale} />
        </Card>
      </CardGrid>
    </ClientMessages>
  );
}
