import "server-only";
import { activitiesByDay } from "@/lib/activities/sql/list-activities";
import { listFeedback } from "@/lib/feedback/sql/list-feedback";
import { findingTotals, largestFindings } from "@/lib/findings/sql/list-findings";
import { measure } from "@/lib/metrics/data/measure";
import { may } from "@/lib/people/domain/permissions";
import { read, type Tx } from "@/lib/platform/db/access";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type BusinessContext, businessContext } from "@/lib/settings/data/business-context";
import { fiscalPeriodContaining } from "@/lib/settings/domain/fiscal-calendar";
import {
  countWorkingDays,
  elapsedPart,
  elapsedWorkingDays,
  workingDaysLeft,
} from "@/lib/settings/domain/working-days";
import { addDays } from "@/lib/shared/business-date";
import { ratio, sumOrNull } from "@/lib/shared/ratio";
import { targetsFor } from "@/lib/targets/data";
import { requiredRate } from "@/lib/targets/domain/landing";
import { standingOf } from "@/lib/targets/domain/standing";
import { dealsInNeed } from "./domain/deal-attention";
import type { MyDayParams } from "./schema";
import { openDealsOf } from "./sql/open-deals";
import { type Person, repById, repsBelow } from "./sql/people-below";

/** More open deals than that one rep does not work on; the largest are looked at. */
const DEALS = 300;
const DEALS_SHOWN = 8;
const DUE = 50;
const COMING = 8;
const FEEDBACK = 6;
const FINDINGS = 4;

/** Whose day it is: one's own, or that of a rep below. @throws NotFoundError */
async function subject(tx: Tx, scope: Scope, { rep }: MyDayParams): Promise<Person | null> {
  if (rep === undefined || rep === scope.userId) return null;
  const person = await repById(tx, rep);
  if (!person || !may(scope, "figure.read", { ownerId: rep, unitId: person.unitId }))
    throw new NotFoundError();
  return person;
}

/** Revenue of the running quarter against the own target, by the dashboard's definitions. */
async function standing(tx: Tx, context: BusinessContext, ownerId: string) {
  const { organisation, workingCalendar, today, digits } = context;
  const period = fiscalPeriodContaining(organisation.fiscalYearStartMonth, "quarter", today);
  const elapsed = elapsedPart(period, today);
  const where = { rep: ownerId };
  const [revenue] = await measure(tx, {
    ...{ metrics: ["revenue"], range: elapsed, where, asOf: today },
    ...{ calendar: organisation, digits },
  });
  const targets = await targetsFor(tx, { kpi: ["revenue"], period, userIds: [ownerId] });
  const tier = (name: "floor" | "target" | "stretch") =>
    targets.length === 0 ? null : sumOrNull(targets.map((target) => target[name]));
  const total = countWorkingDays(workingCalendar, period);
  const stands = standingOf({
    actual: revenue?.value ?? null,
    levels: { floor: tier("floor"), target: tier("target"), stretch: tier("stretch") },
    additive: true,
    weight: ratio(elapsedWorkingDays(workingCalendar, period, today), total),
    thresholds: { on: organisation.paceOnFrom, caution: organisation.paceCautionFrom },
  });
  const daysLeft = workingDaysLeft(workingCalendar, period, today);
  return {
    ...{ period, standing: stands, daysLeft, requiredRate: requiredRate(stands.gap, daysLeft) },
    address: { metric: "revenue" as const, range: elapsed, where },
  };
}

/** The largest open findings: about the person whose day it is; a leader's own day has those of all they lead. */
async function findingsOf(tx: Tx, scope: Scope, ownerId: string) {
  const leads = scope.role !== "rep" && ownerId === scope.userId;
  const about = leads ? undefined : ownerId;
  const filter = { status: "open", basis: "all", ...(about ? { owner: [about] } : {}) } as const;
  return {
    filter,
    findings: await largestFindings(tx, FINDINGS, about),
    totals: await findingTotals(tx, filter),
  };
}

/**
 * A rep's day in one snapshot: how the quarter stands, what is due, which deals need attention.
 * @throws NotFoundError for a rep whose figures the reader may not see
 */
export function myDay(scope: Scope, params: MyDayParams) {
  return read(scope, async (tx) => {
    const person = await subject(tx, scope, params);
    const ownerId = person?.id ?? scope.userId;
    const context = await businessContext(tx);
    const { today, organisation } = context;
    const own = { owner: [ownerId] };
    const withRight = (list: Awaited<ReturnType<typeof activitiesByDay>>) =>
      list.map((activity) => ({
        ...activity,
        writable: may(scope, "activity.write", {
          ownerId: activity.owner.id,
          unitId: activity.unit.id,
        }),
      }));
    const due = await activitiesByDay(tx, { ...own, status: "due" }, DUE + 1);
    const doneToday = { ...own, status: "done" as const, from: today, to: addDays(today, 1) };
    const coming = {
      ...own,
      status: "planned" as const,
      from: addDays(today, 1),
      to: addDays(today, 15),
    };
    const needs = dealsInNeed(await openDealsOf(tx, ownerId, DEALS), today);
    return {
      ...{ today, person, ownerId, currency: organisation.baseCurrency },
      reps: await repsBelow(tx, scope),
      quarter: await standing(tx, context, ownerId),
      due: withRight(due.slice(0, DUE)),
      moreDue: due.length > DUE,
      done: (await activitiesByDay(tx, doneToday, DUE)).length,
      coming: withRight(await activitiesByDay(tx, coming, COMING)),
      findings: await findingsOf(tx, scope, ownerId),
      needs: needs.slice(0, DEALS_SHOWN),
      feedback: (
        await listFeedback(tx, { ...own, status: ["new", "acknowledged"], sort: "givenOn" })
      ).slice(0, FEEDBACK),
      moreNeeds: Math.max(0, needs.length - DEALS_SHOWN),
    };
  });
}
export type MyDay = Awaited<ReturnType<typeof myDay>>;
