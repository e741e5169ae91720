import "server-only";
import { listContext } from "@/lib/lists/data";
import { read, type Tx } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { localName } from "@/lib/shared/local-name";
import type { SearchHit } from "@/lib/shared/search-hit";
import { stageChoices } from "./data";
import type { DealRow } from "./domain/deal";
import type { DealListParams } from "./schema";
import { dealTotals } from "./sql/deal-totals";
import { dealLines, findDeal, salesOfDeal } from "./sql/find-deal";
import { dealListSql, dealPage, dealRow, listDeals } from "./sql/list-deals";
import { searchDeals } from "./sql/search-deals";

/** One page of the list of deals with its totals and the choices of its filters, in one snapshot. */
export function dealList(scope: Scope, params: DealListParams) {
  return read(scope, async (tx) => {
    const context = await listContext(tx, scope, params);
    return {
      ...context,
      ...(await dealPage(tx, params, context.digits, context.whole)),
      stages: await stageChoices(tx),
    };
  });
}

/** The latest ten deals of one customer, with the totals of all. */
export function dealsOfCustomer(scope: Scope, customerId: string) {
  const params: DealListParams = { customer: [customerId], size: 25 };
  return read(scope, async (tx) => {
    const { digits } = await businessContext(tx);
    return {
      rows: (await listDeals(tx, params, digits)).slice(0, 10),
      totals: await dealTotals(tx, params, digits),
    };
  });
}

async function dealIn(tx: Tx, id: string) {
  const deal = await findDeal(tx, id);
  if (!deal) throw new NotFoundError();
  return deal;
}

/**
 * A deal with its lines and sales.
 * @throws NotFoundError where it does not exist or may not be seen
 */
export function dealDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const { organisation } = await businessContext(tx);
    return {
      currency: organisation.baseCurrency,
      deal: await dealIn(tx, id),
      lines: await dealLines(tx, id),
      sales: await salesOfDeal(tx, id),
    };
  });
}
export type DealDetail = Awaited<ReturnType<typeof dealDetail>>;

/** Deals the reader may see that match the text. */
export async function findDeals(
  scope: Scope,
  text: string,
  limit: number,
  locale: string,
): Promise<SearchHit[]> {
  const found = await read(scope, (tx) => searchDeals(tx, text, limit));
  return found.map((deal) => ({
    kind: "deal",
    value: deal.id,
    label: deal.title,
    hint: [deal.customer, deal.stage]
      .filter((part) => part !== null)
      .map((part) => localName(part, locale))
      .join(" · "),
    href: `/deals/${deal.id}`,
  }));
}

/** Hands over every deal of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachDeal(
  scope: Scope,
  params: DealListParams,
  use: (rows: readonly DealRow[]) => Promise<void>,
): Promise<void> {
  return read(
    scope,
    async (tx) => {
      const { digits } = await businessContext(tx);
      await eachRow(tx, dealListSql(params, digits), dealRow, use);
    },
    EXPORT_TIMEOUT,
  );
}
