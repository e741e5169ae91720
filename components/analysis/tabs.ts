/** The pages of the analysis in their order; `name` is its key under `analysis.tabs`. */
export const TABS = [
  { name: "compare", href: "/analysis/compare" },
  { name: "gap", href: "/analysis/gap" },
  { name: "trends", href: "/analysis/trends" },
  { name: "customers", href: "/analysis/customers" },
  { name: "funnel", href: "/analysis/funnel" },
  { name: "effort", href: "/analysis/effort" },
  { name: "explore", href: "/analysis/explore" },
] as const;

/** Parameters that go along from page to page: whose figures, and of when. */
export const SHARED_PARAMS = ["unit", "period"] as const;
