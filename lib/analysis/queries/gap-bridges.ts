import "server-only";
import type { DashboardFrame } from "@/lib/dashboard/data/frame";
import { type GroupRow, groups } from "@/lib/dashboard/data/reads";
import { addressOf } from "@/lib/dashboard/domain/frame-address";
import { type ClosedDeals, dealBridge } from "@/lib/metrics/domain/deal-bridge";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import { priceVolumeMix } from "@/lib/metrics/domain/price-volume-mix";
import { customerMoves } from "@/lib/metrics/sql/customer-moves";
import type { Tx } from "@/lib/platform/db/access";
import { roundToSum } from "@/lib/shared/round-to-sum";
import type { Bar, Bridge, Bridges } from "../domain/gap-view";

type Earlier = Bridges["base"];
type Side = "now" | Earlier;

const earlierRange = (frame: DashboardFrame, base: Earlier) =>
  base === "lastYear" ? frame.lastYearElapsed : frame.previousElapsed;

/** The two totals of a bridge with the pages that explain them. */
function between(
  frame: DashboardFrame,
  metric: MeasuredMetric,
  base: Earlier,
  values: { before: number; now: number },
): Omit<Bridge, "bars"> {
  const before = { metric, range: earlierRange(frame, base), where: frame.where };
  return {
    before: { value: values.before, address: before },
    now: { value: values.now, address: addressOf(frame, metric) },
  };
}

const bars = (parts: Record<string, number>): Bar[] =>
  Object.entries(parts).map(([id, amount]) => ({ id, amount }));

/** Price, volume and mix over products. */
async function priceBridge(tx: Tx, frame: DashboardFrame, base: Earlier): Promise<Bridge> {
  const metrics = ["revenue", "units"] as const;
  const rows = await groups(tx, frame, { metrics, by: "product", compared: true });
  const salesOf = (row: GroupRow, side: Side) =>
    row[side].revenue && row[side].revenue.n > 0
      ? { revenue: row[side].revenue.value ?? 0, units: row[side].units?.value ?? 0 }
      : null;
  const products = rows.map((row) => ({
    ...{ key: row.key, name: row.name },
    ...{ before: salesOf(row, base), after: salesOf(row, "now") },
  }));
  const sum = (side: "before" | "after") =>
    products.reduce((total, one) => total + (one[side]?.revenue ?? 0), 0);
  const parts = priceVolumeMix(products, frame.organisation.baseCurrency);
  return {
    ...between(frame, "revenue", base, { before: sum("before"), now: sum("after") }),
    bars: bars({ ...parts }),
    products,
  };
}

/** New, grown, shrunk and lost customers, and what was sold to nobody by name. */
async function customersBridge(tx: Tx, frame: DashboardFrame, base: Earlier): Promise<Bridge> {
  const range = earlierRange(frame, base);
  const asked = { now: frame.elapsed, before: range, where: frame.where };
  const moves = await customerMoves(tx, asked);
  const sum = (side: "before" | "now") => moves.reduce((total, one) => total + (one[side] ?? 0), 0);
  const shown = (["new", "grown", "shrunk", "lost", "unnamed"] as const).map((id) => {
    const move = moves.find((one) => one.move === id);
    const amount = (move?.now ?? 0) - (move?.before ?? 0);
    return { id, amount, count: id === "unnamed" ? undefined : (move?.customers ?? 0) };
  });
  const unnamed = moves.find(({ move }) => move === "unnamed");
  const [before, now] = [sum("before"), sum("now")];
  const amounts = shown.map(({ amount }) => amount);
  const rounded = roundToSum(amounts, now - before, frame.organisation.baseCurrency);
  return {
    ...between(frame, "revenue", base, { before, now }),
    bars: shown.map((bar, index) => ({ ...bar, amount: rounded[index] ?? 0 })),
    unnamed: { before: unnamed?.before ?? 0, now: unnamed?.now ?? 0 },
  };
}

/** Number, win rate and size of closed deals; null where a period has no won one. */
async function dealsBridge(tx: Tx, frame: DashboardFrame, base: Earlier): Promise<Bridge | null> {
  const metrics = ["won_deals", "lost_deals", "average_deal_size"] as const;
  const [row] = await groups(tx, frame, { metrics, compared: true });
  const closed = (side: Side): ClosedDeals => ({
    won: row?.[side].won_deals?.value ?? 0,
    lost: row?.[side].lost_deals?.value ?? 0,
    wonAmount: row?.[side].average_deal_size?.numerator ?? 0,
  });
  const [earlier, now] = [closed(base), closed("now")];
  const parts = dealBridge(earlier, now, frame.organisation.baseCurrency);
  if (!parts) return null;
  const totals = { before: earlier.wonAmount, now: now.wonAmount };
  return {
    ...between(frame, "average_deal_size", base, totals),
    bars: bars({ ...parts }),
    closed: { before: earlier, now },
  };
}

/** What changed in revenue and won amounts since an earlier period: three ways to split the same difference. */
export async function gapBridges(tx: Tx, frame: DashboardFrame, base: Earlier): Promise<Bridges> {
  return {
    base,
    price: await priceBridge(tx, frame, base),
    customers: await customersBridge(tx, frame, base),
    deals: await dealsBridge(tx, frame, base),
  };
}
