import { Prisma } from "@/lib/platform/db/generated/client";
import type { ListSql } from "@/lib/platform/db/list-sql";
import { rowsOf } from "@/lib/platform/db/own-rows";
import { activityOf, type CustomerColumn, type CustomerFilter } from "../schema";
import { salesCondition } from "./customer-conditions";

const REVENUE = Prisma.sql`sum(s.base_amount) AS revenue`;
const ORDERS = Prisma.sql`(count(DISTINCT s.order_no) FILTER (WHERE s.quantity > 0))::int AS orders`;
const LAST_ON = Prisma.sql`max(s.sold_on) FILTER (WHERE s.quantity > 0) AS last_on`;
const openDeals = (whole: boolean) =>
  Prisma.sql`${rowsOf("deal", whole)} d JOIN pipeline_stage st ON st.id = d.stage_id AND st.kind = 'open'`;
const OPEN = Prisma.sql`count(*)::int AS deals, sum(d.expected_base_amount) AS amount FROM`;
/** Customers whose kept sums do not hold at the moment: they are counted from their lines. */
const STALE = Prisma.sql`ARRAY(SELECT x.customer_id FROM customer_sale_stale x)`;

/** Do the figures kept of each customer (`customer_sales()`) answer this? `whole`: the reader sees every sale. */
function isKept(filter: CustomerFilter, whole: boolean): boolean {
  return whole && activityOf(filter) === undefined;
}

/** Figures of each customer `c`, looked up one by one: `sf` of the sales, `df` of the open deals, `f` the first sale. */
export function customerFigures(filter: CustomerFilter): Prisma.Sql {
  return Prisma.sql`LEFT JOIN LATERAL (SELECT ${REVENUE}, ${ORDERS}, ${LAST_ON} FROM sale s
      WHERE s.customer_id = c.id AND ${salesCondition(filter)}) sf ON true
    LEFT JOIN LATERAL (SELECT ${OPEN} ${openDeals(true)} WHERE d.customer_id = c.id) df ON true
    LEFT JOIN customer_first_sale f ON f.customer_id = c.id`;
}

/** Revenue of all customers, or of those in the relation `c`. */
export function revenueOf(filter: CustomerFilter, whole: boolean, some: boolean): Prisma.Sql {
  if (isKept(filter, whole)) {
    const listed = some ? Prisma.sql`k.customer_id IN (SELECT id FROM c)` : Prisma.sql`k.lines > 0`;
    return Prisma.sql`(SELECT sum(k.revenue) FILTER (WHERE k.lines > 0) FROM customer_sales() k WHERE ${listed})`;
  }
  const listed = some ? Prisma.sql`IN (SELECT id FROM c)` : Prisma.sql`IS NOT NULL`;
  return Prisma.sql`(SELECT sum(s.base_amount) FROM ${rowsOf("sale", whole)} s WHERE s.customer_id ${listed} AND ${salesCondition(filter)})`;
}

type Page = Pick<NonNullable<ListSql<CustomerColumn>["page"]>, "from" | "also" | "without">;

const joined = (figures: Prisma.Sql, whole: boolean) =>
  Prisma.sql`${figures} JOIN ${rowsOf("customer", whole)} c ON c.id = figures.customer_id`;

/** The customers that have a figure, which is worked out for all of them at once, and those that have none. */
function having(
  figures: Prisma.Sql,
  some: Prisma.Sql,
  { whole, first }: { whole: boolean; first: boolean },
): Page {
  const from = Prisma.sql`${rowsOf("customer", whole)} c`;
  return {
    from: joined(figures, whole),
    without: { from, where: Prisma.sql`NOT EXISTS (${some})`, first },
  };
}

/** By a figure of the sales: the kept one where it has a value, or else one of the lines that count for it. */
function bySales(
  { figure, value, lines }: Record<"figure" | "value" | "lines", Prisma.Sql>,
  { filter, whole, first = false }: { filter: CustomerFilter; whole: boolean; first?: boolean },
): Page {
  if (isKept(filter, whole)) {
    const kept = Prisma.sql`FROM customer_sale k WHERE k.customer_id <> ALL (${STALE}) AND ${value}`;
    const counted = Prisma.sql`(SELECT s.customer_id, ${figure} FROM sale s
      WHERE s.customer_id = ANY (${STALE}) AND ${lines} GROUP BY s.customer_id) figures`;
    const none = Prisma.sql`NOT EXISTS (SELECT ${kept} AND k.customer_id = c.id)
      AND (c.id <> ALL (${STALE}) OR NOT EXISTS (SELECT FROM sale s WHERE s.customer_id = c.id AND ${lines}))`;
    return {
      from: joined(
        Prisma.sql`(SELECT k.customer_id, k.revenue, k.orders, k.last_on ${kept}) figures`,
        whole,
      ),
      also: joined(counted, whole),
      without: { from: Prisma.sql`customer c`, where: none, first },
    };
  }
  const sales = Prisma.sql`FROM ${rowsOf("sale", whole)} s WHERE ${lines} AND ${salesCondition(filter)}`;
  return having(
    Prisma.sql`(SELECT s.customer_id, ${figure} ${sales} AND s.customer_id IS NOT NULL GROUP BY s.customer_id) figures`,
    Prisma.sql`SELECT ${sales} AND s.customer_id = c.id`,
    { whole, first },
  );
}

function byOpenDeals(counted: Prisma.Sql, ask: { whole: boolean; first: boolean }): Page {
  const open = openDeals(ask.whole);
  return having(
    Prisma.sql`(SELECT d.customer_id, ${OPEN} ${open} WHERE d.customer_id IS NOT NULL AND ${counted} GROUP BY d.customer_id) figures`,
    Prisma.sql`SELECT FROM ${open} WHERE d.customer_id = c.id AND ${counted}`,
    ask,
  );
}

/** What columns with another record's name are sorted by, joined to `c`. */
function named(column: CustomerColumn): Prisma.Sql {
  switch (column) {
    case "segment":
      return Prisma.sql`LEFT JOIN customer_segment g ON g.id = c.segment_id`;
    case "owner":
      return Prisma.sql`LEFT JOIN "user" o ON o.id = c.owner_id`;
    case "unit":
      return Prisma.sql`LEFT JOIN unit u ON u.id = c.unit_id`;
    default:
      return Prisma.empty;
  }
}

const SOLD = Prisma.sql`s.quantity > 0`;

/** What one page sorted by this column chooses its customers from. No order and no open deal is zero of them. */
export function orderedBy(
  column: CustomerColumn,
  ask: { filter: CustomerFilter; whole: boolean; upwards: boolean },
): Page {
  const { whole } = ask;
  switch (column) {
    case "revenue": {
      const value = Prisma.sql`k.lines > 0`;
      return bySales({ figure: REVENUE, value, lines: Prisma.sql`true` }, ask);
    }
    case "orders": {
      const value = Prisma.sql`k.orders > 0`;
      return bySales({ figure: ORDERS, value, lines: SOLD }, { ...ask, first: ask.upwards });
    }
    case "lastSaleOn":
      return bySales(
        { figure: LAST_ON, value: Prisma.sql`k.last_on IS NOT NULL`, lines: SOLD },
        ask,
      );
    case "firstSaleOn":
      return having(
        Prisma.sql`customer_first_sale figures`,
        Prisma.sql`SELECT FROM customer_first_sale f WHERE f.customer_id = c.id`,
        { whole, first: false },
      );
    case "openDeals":
      return byOpenDeals(Prisma.sql`true`, { whole, first: ask.upwards });
    case "openAmount":
      return byOpenDeals(Prisma.sql`d.expected_base_amount IS NOT NULL`, { whole, first: false });
    default:
      return { from: Prisma.sql`${rowsOf("customer", whole)} c ${named(column)}` };
  }
}

/** Among customers in the relation `c`, what sorting them by this column joins. */
export function joinedTo(column: CustomerColumn, filter: CustomerFilter, whole: boolean) {
  const bySale = (figure: Prisma.Sql) =>
    isKept(filter, whole)
      ? Prisma.sql`LEFT JOIN customer_sales() figures ON figures.customer_id = c.id AND figures.lines > 0`
      : Prisma.sql`LEFT JOIN (SELECT s.customer_id, ${figure} FROM ${rowsOf("sale", whole)} s WHERE s.customer_id IN (SELECT id FROM c)
          AND ${salesCondition(filter)} GROUP BY s.customer_id) figures ON figures.customer_id = c.id`;
  switch (column) {
    case "revenue":
      return bySale(REVENUE);
    case "orders":
      return bySale(ORDERS);
    case "lastSaleOn":
      return bySale(LAST_ON);
    case "firstSaleOn":
      return Prisma.sql`LEFT JOIN customer_first_sale figures ON figures.customer_id = c.id`;
    case "openDeals":
    case "openAmount":
      return Prisma.sql`LEFT JOIN (SELECT d.customer_id, ${OPEN} ${openDeals(whole)} WHERE d.customer_id IN (SELECT id FROM c)
        GROUP BY d.customer_id) figures ON figures.customer_id = c.id`;
    default:
      return named(column);
  }
}

/** What the columns with figures are sorted by in `orderedBy`. */
export const FIGURE_SORT = {
  openDeals: Prisma.sql`figures.deals`,
  openAmount: Prisma.sql`figures.amount`,
  revenue: Prisma.sql`figures.revenue`,
  orders: Prisma.sql`figures.orders`,
  firstSaleOn: Prisma.sql`figures.sold_on`,
  lastSaleOn: Prisma.sql`figures.last_on`,
} satisfies Partial<Record<CustomerColumn, Prisma.Sql>>;
