import type { ComboOption } from "@/components/ui/combobox";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

type UnitChoice = Reference & { parentId: string | null };

/** Units as choices, each with the name of what it belongs to beneath. */
export function unitOptions(units: readonly UnitChoice[], locale: string): ComboOption[] {
  const names = new Map(units.map((unit) => [unit.id, localName(unit, locale)]));
  return units.map((unit) => ({
    value: unit.id,
    label: localName(unit, locale),
    hint: unit.parentId ? names.get(unit.parentId) : undefined,
  }));
}

type PersonChoice = Reference & { email: string | null };

/** People as choices, with the e-mail beneath. */
export function personOptions(people: readonly PersonChoice[], locale: string): ComboOption[] {
  return people.map((person) => ({
    value: person.id,
    label: localName(person, locale),
    hint: person.email ?? undefined,
  }));
}
