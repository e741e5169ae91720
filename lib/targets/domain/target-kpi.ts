import type { NumberKind, NumberRule } from "@/lib/shared/typed-number";

/** KPIs that can have a target. */
export const TARGET_KPIS = ["revenue", "new_customers", "growth", "win_rate"] as const;
export type TargetKpi = (typeof TARGET_KPIS)[number];

/** The three levels of one target; floor ≤ target ≤ stretch. */
export const TIERS = ["floor", "target", "stretch"] as const;
export type Tier = (typeof TIERS)[number];
export type Tiers = Readonly<Record<Tier, number | null>>;
export const NO_TIERS: Tiers = { floor: null, target: null, stretch: null };

const KIND: Record<TargetKpi, NumberKind> = {
  revenue: "money",
  new_customers: "count",
  growth: "ratio",
  win_rate: "ratio",
};
const LIMITS: Record<TargetKpi, { min: number; max: number }> = {
  revenue: { min: 0, max: 1e12 },
  new_customers: { min: 0, max: 1e9 },
  growth: { min: -1, max: 100 },
  win_rate: { min: 0, max: 1 },
};

export function isTargetKpi(value: unknown): value is TargetKpi {
  return TARGET_KPIS.some((kpi) => kpi === value);
}

/** Months sum to the quarter and members to the unit for these only. */
export function isAdditive(kpi: TargetKpi): boolean {
  return kpi === "revenue" || kpi === "new_customers";
}

/** Kind, decimals and limits of a KPI's target; `moneyDigits` are the base currency's decimals. */
export function ruleOf(kpi: TargetKpi, moneyDigits: number): NumberRule {
  const kind = KIND[kpi];
  const digits = kind === "money" ? moneyDigits : kind === "count" ? 0 : 6;
  return { kind, digits, ...LIMITS[kpi] };
}

/** True where floor ≤ target ≤ stretch; missing levels are passed over. */
export function tiersInOrder(values: Tiers): boolean {
  const given = TIERS.flatMap((tier) => values[tier] ?? []);
  return given.every((value, index) => index === 0 || (given[index - 1] ?? value) <= value);
}
