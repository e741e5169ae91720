import type { GapDimension } from "./gap-choices";
import type { GapMember } from "./gap-view";

/**
 * What changes in the address to look into one member: a unit becomes the unit looked at, any other
 * limits the whole; the page then splits by what comes next. Undefined for records without one, and
 * for what a unit sold itself.
 */
export function openMember(
  by: GapDimension,
  { key, direct }: Pick<GapMember, "key" | "direct">,
): Record<string, string | null> | undefined {
  if (key === null || direct) return undefined;
  return { [by === "branch" ? "unit" : by]: key, by: null };
}
