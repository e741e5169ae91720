import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Placed, UnitType } from "@/lib/people/domain/unit-tree";
import { localName } from "@/lib/shared/local-name";

type TreeUnit = Placed<{
  id: string;
  parentId: string | null;
  name: string;
  nameEn: string | null;
  type: UnitType;
  active: boolean;
  members: number;
  managerId: string | null;
  managerName: string | null;
  managerNameEn: string | null;
}>;

/** The units as nested lists: a screen reader tells the level, Tab goes from unit to unit. */
export function UnitTree({ units }: { units: readonly TreeUnit[] }) {
  return <Branch units={units} depth={0} />;
}

/** The units of one depth among `units`, each with the deeper ones that follow it. */
function Branch({ units, depth }: { units: readonly TreeUnit[]; depth: number }) {
  const starts = units.flatMap((unit, index) => (unit.depth === depth ? [index] : []));
  return (
    <ul className={depth > 0 ? "ml-4 border-line border-l pl-2 phone:ml-2 phone:pl-1" : ""}>
      {starts.map((start, position) => {
        const unit = units[start];
        if (!unit) return null;
        const below = units.slice(start + 1, starts[position + 1]);
        return (
          <li key={unit.id}>
            <UnitLine unit={unit} />
            {below.length > 0 ? <Branch units={below} depth={depth + 1} /> : null}
          </li>
        );
      })}
    </ul>
  );
}

function UnitLine({ unit }: { unit: TreeUnit }) {
  const t = useTranslations("people");
  const locale = useLocale();
  const manager = unit.managerName
    ? localName({ name: unit.managerName, nameEn: unit.managerNameEn }, locale)
    : null;
  return (
    <Link
      href={`/settings/units/${unit.id}`}
      className="flex flex-wrap items-center gap-x-3 gap-y-0.5 rounded-md px-2 py-1.75 text-sm hover:bg-sunken phone:py-2.5"
    >
      <span className="font-medium">{localName(unit, locale)}</span>
      <span className="text-muted text-xs">{t(`unitTypes.${unit.type}`)}</span>
      {unit.active ? null : <Tag>{t("units.inactive")}</Tag>}
      <span className="ml-auto flex gap-3 text-muted text-xs tabular-nums">
        <span>{manager ?? t("units.noManager")}</span>
        <span className="w-16 text-right">{t("units.people", { count: unit.members })}</span>
      </span>
    </Link>
  );
}
