export const UNIT_TYPES = ["company", "region", "store", "team"] as const;
export type UnitType = (typeof UNIT_TYPES)[number];

/** What may hang below what. A company hangs below nothing. */
const PARENTS: Record<UnitType, readonly UnitType[]> = {
  company: [],
  region: ["company"],
  store: ["company", "region"],
  team: ["company", "region", "store"],
};

/** May a unit of type `child` hang below one of type `parent`? */
export function mayHangBelow(child: UnitType, parent: UnitType): boolean {
  return PARENTS[child].includes(parent);
}

/** The types a unit below `parent` may have. */
export function childTypes(parent: UnitType): UnitType[] {
  return (Object.keys(PARENTS) as UnitType[]).filter((child) => mayHangBelow(child, parent));
}

type Node = { id: string; parentId: string | null; name: string };
export type Placed<T> = T & { depth: number };

/**
 * The units in the order of the tree, parents before children, siblings by name, each with its depth
 * from 0. One whose parent is not among them starts a tree of its own.
 */
export function inTreeOrder<T extends Node>(units: readonly T[], locale: string): Placed<T>[] {
  const known = new Set(units.map((unit) => unit.id));
  const children = new Map<string | null, T[]>();
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null;
    children.set(parent, [...(children.get(parent) ?? []), unit]);
  }
  const byName = new Intl.Collator(locale, { numeric: true });
  const placed: Placed<T>[] = [];
  const place = (parent: string | null, depth: number) => {
    const siblings = children.get(parent) ?? [];
    for (const unit of siblings.sort((a, b) => byName.compare(a.name, b.name))) {
      placed.push({ ...unit, depth });
      place(unit.id, depth + 1);
    }
  };
  place(null, 0);
  return placed;
}

/** The unit and all below it, from units with their parents. */
export function subtreeIds(units: readonly Node[], rootId: string): Set<string> {
  const found = new Set([rootId]);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const unit of units)
      if (unit.parentId !== null && found.has(unit.parentId)) found.add(unit.id);
  }
  return found;
}
