import { ratio } from "@/lib/shared/ratio";

/**
 * Won ÷ all deals created in the cohort, open ones included, so it rises while a cohort ripens.
 * Some sources call this a win rate; here it has its own name.
 */
export function closeRate({ won, created }: { won: number; created: number }): number | null {
  return ratio(won, created);
}
