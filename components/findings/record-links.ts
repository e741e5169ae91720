import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import type { Finding } from "@/lib/findings/domain/finding";
import { addMonths } from "@/lib/shared/business-date";

/** The page with the records a finding's figures come from; null where there is no such figure. */
export function recordsHref({
  evidence,
  unit,
  user,
  product,
  stage,
  competitor,
}: Finding): string | null {
  if (!evidence) return null;
  const within = { unit: unit.id };
  const to = (address: Omit<FigureAddress, "where">, where: FigureAddress["where"]) =>
    figureHref({ ...address, where });
  switch (evidence.kind) {
    case "product_low": {
      const [from, last] = [evidence.months[0], evidence.months.at(-1)];
      if (!from || !last) return null;
      const range = { from, to: addMonths(last, 1) };
      return to({ metric: "revenue", range }, { ...within, product: product?.id });
    }
    case "unit_low":
      return to({ metric: "revenue", range: evidence.period }, within);
    case "win_rate_low":
      return to({ metric: "win_rate", range: evidence.period }, { rep: user?.id });
    case "stage_leak": {
      const { from, to: end } = evidence.recent;
      return to(
        { metric: "stage_conversion", range: { from, to: end } },
        { ...within, stage: stage?.id },
      );
    }
    case "competitor_rising": {
      const { from, to: end } = evidence.recent;
      return to(
        { metric: "lost_deals", range: { from, to: end } },
        { ...within, competitor: competitor?.id },
      );
    }
    case "target_at_risk":
      return to({ metric: "revenue", range: evidence.period }, within);
    default:
      return null;
  }
}
