import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ExplainedFigure, Records } from "@/lib/figures/domain/explained-figure";
import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import { isAdditive } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { DEFAULT_PAGE_SIZE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Translate = ReturnType<typeof useTranslations<"dashboard.figure">>;

/** The first records behind a figure; the list they come from shows and exports all of them. */
export function FigureRecords({ explained, f }: { explained: ExplainedFigure; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  const { records, address, baseHref } = explained;
  if (!records) return null;
  const { columns, rows } = table(records, t, f);
  return (
    <Card
      flush
      title={t("records")}
      sub={<Shown records={records} isSum={isAdditive(address.metric)} f={f} />}
      actions={
        <>
          {baseHref ? (
            <LinkButton size="sm" href={baseHref}>
              {t("baseRecords")}
            </LinkButton>
          ) : null}
          {records.kind === "customers" ? (
            <CustomerPages records={records} address={address} />
          ) : (
            <LinkButton size="sm" href={records.href}>
              {t("allRecords")}
            </LinkButton>
          )}
        </>
      }
    >
      <SimpleTable
        caption={t("records")}
        columns={columns}
        rows={rows}
        empty={<EmptyState title={t("noRecords")} />}
      />
    </Card>
  );
}

/** How many are shown, and how the figure comes from them. */
function Shown({ records, isSum, f }: { records: Records; isSum: boolean; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  if (records.rows.length === 0) return null;
  const shown = f.number(records.rows.length);
  const kind = isSum ? "recordsSum" : "recordsRatio";
  if (records.kind === "customers" && records.pages > 1)
    return t("recordsPage", { page: f.number(records.page), pages: f.number(records.pages) });
  return t(records.rows.length < DEFAULT_PAGE_SIZE ? `${kind}All` : kind, { shown });
}

function CustomerPages({
  records: { page, pages },
  address,
}: {
  records: Extract<Records, { kind: "customers" }>;
  address: FigureAddress;
}) {
  const t = useTranslations("common");
  const href = (to: number) => `${figureHref(address)}&page=${to}`;
  return (
    <>
      {page > 1 ? (
        <LinkButton size="sm" href={href(page - 1)}>
          {t("previousPage")}
        </LinkButton>
      ) : null}
      {page < pages ? (
        <LinkButton size="sm" href={href(page + 1)}>
          {t("nextPage")}
        </LinkButton>
      ) : null}
    </>
  );
}

function table(records: Records, t: Translate, f: Formatter) {
  switch (records.kind) {
    case "sales":
      return salesTable(records.rows, t, f);
    case "deals":
      return dealsTable(records.rows, t, f);
    case "customers":
      return customersTable(records.rows, t, f);
  }
}

type Rows<K extends Records["kind"]> = Extract<Records, { kind: K }>["rows"];
const right = { align: "right" } as const;

function salesTable(rows: Rows<"sales">, t: Translate, f: Formatter) {
  const name = (named: Parameters<typeof localName>[0] | null) =>
    named ? localName(named, f.locale) : "—";
  return {
    columns: [
      { id: "date", label: t("date"), nowrap: true },
      { id: "order", label: t("order"), nowrap: true },
      { id: "customer", label: t("customer") },
      { id: "product", label: t("product") },
      { id: "rep", label: t("rep"), nowrap: true },
      { id: "quantity", label: t("quantity"), ...right },
      { id: "amount", label: t("amount"), ...right },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/sales/${row.id}`,
      cells: {
        date: f.date(row.soldOn),
        order: row.orderNo,
        customer: name(row.customer),
        product: name(row.product),
        rep: name(row.owner),
        quantity: f.number(row.quantity, 2),
        amount: f.moneyFull(row.baseAmount),
      },
    })),
  };
}

function dealsTable(rows: Rows<"deals">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "deal", label: t("deal") },
      { id: "customer", label: t("customer") },
      { id: "stage", label: t("stage"), nowrap: true },
      { id: "rep", label: t("rep"), nowrap: true },
      { id: "closed", label: t("closed"), nowrap: true },
      { id: "expected", label: t("expected"), ...right },
      { id: "weighted", label: t("weighted"), ...right },
      { id: "booked", label: t("booked"), ...right },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/deals/${row.id}`,
      cells: {
        deal: row.title,
        customer: row.customer ? localName(row.customer, f.locale) : "—",
        stage: localName(row.stage, f.locale),
        rep: localName(row.owner, f.locale),
        closed: f.date(row.closedOn),
        expected: f.moneyFull(row.expectedBaseAmount),
        weighted: f.moneyFull(row.weighted),
        booked: f.moneyFull(row.bookedBaseAmount),
      },
    })),
  };
}

function customersTable(rows: Rows<"customers">, t: Translate, f: Formatter) {
  return {
    columns: [
      { id: "customer", label: t("customer") },
      { id: "firstSale", label: t("firstSale"), nowrap: true },
      { id: "orders", label: t("orders"), ...right },
    ],
    rows: rows.map((row) => ({
      id: row.id,
      href: `/customers/${row.id}`,
      cells: {
        customer: localName(row, f.locale),
        firstSale: f.date(row.firstOn as BusinessDate),
        orders: f.number(row.orders),
      },
    })),
  };
}
