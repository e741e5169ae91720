import { localName } from "@/lib/shared/local-name";
import type { Named, Reference } from "@/lib/shared/named";

/** Units as options, those below another set in from it. */
export function unitOptions(
  units: readonly (Reference & { depth: number })[],
  locale: string,
): { value: string; label: string }[] {
  return units.map((unit) => ({
    value: unit.id,
    label: `${"\u2003".repeat(unit.depth)}${localName(unit, locale)}`,
  }));
}

/** The option of a filter of one record; none where several are in force. */
export function chosenOption(
  ids: readonly string[] | undefined,
  names: ReadonlyMap<string, Named>,
  locale: string,
): { value: string; label: string } | undefined {
  const [id] = ids ?? [];
  const known = id === undefined || ids?.length !== 1 ? undefined : names.get(id);
  return id !== undefined && known ? { value: id, label: localName(known, locale) } : undefined;
}
