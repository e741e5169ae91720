import { customerList } from "@/lib/customers/queries";
import { CUSTOMER_COLUMNS, parseCustomerList } from "@/lib/customers/schema";
import { dealList } from "@/lib/deals/queries";
import { DEAL_COLUMNS, parseDealList } from "@/lib/deals/schema";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { saleList } from "@/lib/sales/queries";
import { parseSaleList, SALE_COLUMNS } from "@/lib/sales/schema";
import type { SearchParams } from "@/lib/shared/list-params";

export type Case = { name: string; run: () => Promise<unknown> };

/** Texts as people type them: one and two Chinese characters, Latin, an id, nothing at all. */
const SEARCHES = ["云", "云峰", "上海云峰", "summit", "su", "C-1999", "没有这个", "zzqqx"];

type Ids = { unit: string; owner: string; product: string; stage: string; customer: string };

async function idsFor(scope: Scope): Promise<Ids> {
  return read(scope, async (tx) => {
    const [row] = await tx.$queryRaw<Ids[]>`SELECT
      (SELECT id::text FROM unit WHERE type = 'team' ORDER BY name LIMIT 1) AS unit,
      (SELECT owner_id::text FROM deal LIMIT 1) AS owner,
      (SELECT id::text FROM product ORDER BY name LIMIT 1) AS product,
      (SELECT id::text FROM pipeline_stage WHERE position = 2) AS stage,
      (SELECT customer_id::text FROM deal LIMIT 1) AS customer`;
    if (!row) throw new Error("nothing to filter by");
    return row;
  });
}

const RANGE = { from: "2026-07-01", to: "2026-10-01" };

/** Every list without a filter in each order, and with each filter in its usual order. */
export async function casesOf(scope: Scope): Promise<Case[]> {
  const { unit, owner, product, stage, customer } = await idsFor(scope);
  const searches = SEARCHES.map((q) => ({ q }));
  const sorts = (columns: readonly string[]) =>
    columns.flatMap((sort) => [{ sort }, { sort: `-${sort}` }]);
  const cases = (
    list: string,
    run: (search: SearchParams) => Promise<unknown>,
    all: readonly SearchParams[],
  ) =>
    all.map((search) => ({
      name: `${list} ${new URLSearchParams(search as Record<string, string>)}`.slice(0, 50),
      run: () => run(search),
    }));
  const places = [
    { unit },
    { unit, direct: "1" },
    { owner },
    { manager: "none" },
    { region: "none" },
  ];
  return [
    ...cases("deals", (search) => dealList(scope, parseDealList(search)), [
      {},
      { page: "100" },
      ...sorts(DEAL_COLUMNS),
      ...searches,
      ...["open", "won", "lost", "closed"].map((kind) => ({ kind })),
      { stage },
      RANGE,
      { date: "created", ...RANGE },
      { openOn: "2026-06-30" },
      ...places,
      { product },
      { customer },
      { sector: "教育" },
      { min: "5000", max: "6000" },
      { missing: "product" },
      { kind: "open", unit, q: "云峰", sort: "-expected" },
    ]),
    ...cases("customers", (search) => customerList(scope, parseCustomerList(search)), [
      {},
      { page: "100" },
      ...sorts(CUSTOMER_COLUMNS),
      ...searches,
      { sector: "教育" },
      ...["new", "active", "repeat", "none"].map((activity) => ({ activity, ...RANGE })),
      { activity: "none" },
      ...places,
      { product },
      { q: "云峰", sector: "教育", sort: "-revenue" },
    ]),
    ...cases("sales", (search) => saleList(scope, parseSaleList(search)), [
      {},
      { page: "100" },
      ...sorts(SALE_COLUMNS),
      ...searches,
      { q: "SO-4321" },
      { kind: "return" },
      RANGE,
      ...places,
      { product },
      { customer },
      { min: "500", max: "600" },
    ]),
  ];
}
