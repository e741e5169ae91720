import "server-only";
import { may, relationTo } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import type { BusinessContext } from "@/lib/settings/data/business-context";
import { type FiscalPeriod, parsePeriodCode } from "@/lib/settings/domain/fiscal-calendar";
import { addDays, type BusinessDate, toBusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { storedTargets } from "../data";
import { buildGrid, gridPeriods, type RowFigures } from "../domain/build-grid";
import type { ReadOnlyReason, TargetGrid } from "../domain/target-grid";
import type { TargetKpi } from "../domain/target-kpi";
import { type GridMember, gridMembers, memberPresence } from "../sql/grid-members";

export type GridQuestion = {
  kpi: TargetKpi;
  unitId: string;
  quarter: FiscalPeriod;
  context: BusinessContext;
  /** Names in this language where there are two. */
  locale: string;
};

/** The quarter of a code such as `2026-Q3`. @throws NotFoundError for anything else. */
export function quarterOf(code: string, { organisation }: BusinessContext): FiscalPeriod {
  const period = parsePeriodCode(organisation.fiscalYearStartMonth, code);
  if (period?.kind !== "quarter") throw new NotFoundError();
  return period;
}

/** The day on which the tree of a quarter is looked at: today, or the quarter's nearest day to it. */
export function treeDate(quarter: FiscalPeriod, today: BusinessDate): BusinessDate {
  if (today < quarter.from) return quarter.from;
  return today < quarter.to ? today : addDays(quarter.to, -1);
}

/** Nobody sets their own; a person who may set nothing here is told so. */
function readOnlyFor(scope: Scope) {
  return ({ unitId, userId }: { unitId: string; userId: string | null }): ReadOnlyReason | null => {
    const subject = { ownerId: userId, unitId };
    if (may(scope, "target.set", subject)) return null;
    return relationTo(scope, subject) === "self" ? "own" : "notAllowed";
  };
}

/**
 * The grid of a unit as it is stored now, with the person's rights in it.
 * @throws NotFoundError where the unit does not exist or its targets may not be seen
 */
export async function gridSource(
  tx: Tx,
  scope: Scope,
  question: GridQuestion,
  figuresOf?: (members: readonly GridMember[]) => Promise<ReadonlyMap<string, RowFigures>>,
): Promise<TargetGrid> {
  const { kpi, unitId, quarter, context, locale } = question;
  if (!may(scope, "target.read", { ownerId: null, unitId })) throw new NotFoundError();
  const asOf = treeDate(quarter, context.today);
  const place = { unitId, from: quarter.from, to: quarter.to, asOf };
  const members = await gridMembers(tx, place);
  if (members.length === 0) throw new NotFoundError();
  const presence = await memberPresence(tx, place);
  const unitIds = members.map((member) => member.unitId);
  return buildGrid({
    kpi,
    moneyDigits: context.digits,
    periods: gridPeriods(kpi, context.organisation.fiscalYearStartMonth, quarter),
    calendar: context.workingCalendar,
    members: members.map(({ nameEn, ...member }) => ({
      ...member,
      name: localName({ name: member.name, nameEn }, locale),
    })),
    stays: presence.map((stay) => ({
      ...stay,
      from: toBusinessDate(stay.from),
      to: toBusinessDate(stay.to),
    })),
    stored: await storedTargets(tx, { kpi, span: quarter, unitIds }),
    figures: await figuresOf?.(members),
    readOnly: readOnlyFor(scope),
  });
}
