import { ratio } from "@/lib/shared/ratio";

/**
 * Gross margin ÷ revenue, both over the same sale lines (those whose cost is known). A ratio of
 * sums, not the mean of line margins. Null when the revenue is 0.
 */
export function marginRate({
  margin,
  revenue,
}: {
  margin: number | null;
  revenue: number | null;
}): number | null {
  return ratio(margin, revenue);
}
