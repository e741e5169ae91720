/** A target that was handed down: of a unit below, or of a rep of the unit itself. */
export type HandedDown = { kind: "unit" | "rep"; id: string; target: number | null };

/**
 * Parent target − Σ its children's; what is handed down without a target of its own is nothing. Null
 * without a parent target, or where nothing was handed down at all.
 */
export function mismatchOf(parent: number | null, children: readonly HandedDown[]): number | null {
  const known = children.flatMap(({ target }) => (target === null ? [] : [target]));
  if (parent === null || known.length === 0) return null;
  return parent - known.reduce((sum, target) => sum + target, 0);
}
