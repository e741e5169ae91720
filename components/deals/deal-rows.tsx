import { getLocale, getTranslations } from "next-intl/server";
import { AmountCell, ClippedCell, decimalsOf } from "@/components/tables/cells";
import type { TableColumn, TableRow } from "@/components/tables/table-types";
import type { DealRow, DealTotals } from "@/lib/deals/domain/deal";
import type { DealColumn, DealListParams } from "@/lib/deals/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { StageTag } from "./stage-tag";

const AMOUNTS: ReadonlySet<DealColumn> = new Set(["expected", "weighted", "booked"]);
const DATES: ReadonlySet<DealColumn> = new Set(["createdOn", "expectedCloseOn", "closedOn"]);

const WIDE_ONLY: ReadonlySet<DealColumn> = new Set(["unit", "weighted", "createdOn"]);

/** The columns that say something of deals of this kind. */
export function columnsOfKind(kind: DealListParams["kind"]): readonly DealColumn[] {
  const what = ["title", "customer", "stage", "owner", "unit", "expected"] as const;
  if (kind === "open") return [...what, "weighted", "createdOn", "expectedCloseOn"];
  if (kind === undefined)
    return [...what, "weighted", "booked", "createdOn", "expectedCloseOn", "closedOn"];
  return [...what, "booked", "closedOn", "createdOn"];
}

/** Columns of a table of deals. */
export async function dealColumns(ids: readonly DealColumn[]): Promise<TableColumn[]> {
  const t = await getTranslations("deals.columns");
  return ids.map((id) => ({
    id,
    label: t(id),
    sortable: true,
    hideable: id !== "title",
    align: AMOUNTS.has(id) ? "right" : "left",
    descFirst: AMOUNTS.has(id) || DATES.has(id),
    nowrap: true,
    wideOnly: WIDE_ONLY.has(id),
  }));
}

/** The sums under a table of deals. */
export async function dealTableTotals(
  totals: DealTotals,
  f: Formatter,
): Promise<Record<string, string>> {
  const t = await getTranslations("deals");
  const digits = decimalsOf([totals.expected, totals.weighted, totals.booked]);
  return {
    title: t("total", { count: f.number(totals.count) }),
    expected: f.amount(totals.expected, digits),
    weighted: f.amount(totals.weighted, digits),
    booked: f.amount(totals.booked, digits),
  };
}

/** Rows of a table of deals: amounts in base currency, another currency's own amount below. */
export async function dealTableRows(rows: readonly DealRow[], f: Formatter): Promise<TableRow[]> {
  const [t, locale] = await Promise.all([getTranslations("deals"), getLocale()]);
  const digits = decimalsOf(
    rows.flatMap((deal) => [deal.expectedBaseAmount, deal.weighted, deal.bookedBaseAmount]),
  );
  const original = (amount: number | null, currency: string) =>
    amount !== null && currency !== f.currency ? `${currency} ${f.number(amount)}` : undefined;
  return rows.map((deal) => ({
    id: deal.id,
    label: deal.title,
    href: `/deals/${deal.id}`,
    cells: {
      title: <ClippedCell text={deal.title} />,
      customer: deal.customer ? (
        <ClippedCell
          text={localName(deal.customer, locale)}
          href={`/customers/${deal.customer.id}`}
        />
      ) : null,
      stage: <StageTag kind={deal.kind}>{localName(deal.stage, locale)}</StageTag>,
      owner: localName(deal.owner, locale),
      unit: <ClippedCell text={localName(deal.unit, locale)} />,
      expected: (
        <AmountCell
          amount={f.amount(deal.expectedBaseAmount, digits)}
          title={deal.expectedEstimated ? t("estimatedHint") : undefined}
          note={
            original(deal.expectedAmount, deal.currency) ??
            (deal.expectedEstimated ? t("estimated") : undefined)
          }
        />
      ),
      weighted: f.amount(deal.weighted, digits),
      booked:
        deal.bookedBaseAmount === null ? null : (
          <AmountCell
            amount={f.amount(deal.bookedBaseAmount, digits)}
            note={original(deal.bookedAmount, deal.currency)}
          />
        ),
      createdOn: f.dateShort(deal.createdOn),
      expectedCloseOn: deal.expectedCloseOn && f.dateShort(deal.expectedCloseOn),
      closedOn: deal.closedOn && f.dateShort(deal.closedOn),
    },
  }));
}
