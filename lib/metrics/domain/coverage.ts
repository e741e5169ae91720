import { ratio } from "@/lib/shared/ratio";

/**
 * Open pipeline due in the period ÷ what is still to win (target − won): 3 means three times the
 * need. Null when there is no target, nothing due is known, or the target is already reached.
 */
export function coverageToGo({
  pipelineDue,
  target,
  won,
}: {
  pipelineDue: number | null;
  target: number | null;
  won: number;
}): number | null {
  if (target === null || target - won <= 0) return null;
  return ratio(pipelineDue, target - won);
}
