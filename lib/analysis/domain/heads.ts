import { addMonths, type BusinessDate, diffDays, earlier, later } from "@/lib/shared/business-date";
import { lengthInDays, type Period } from "@/lib/shared/period";
import { rampShare } from "@/lib/targets/domain/ramp";

/** Time a person spent as a member of a unit; `since`: when they joined the company. */
export type Membership = {
  userId: string;
  unitId: string;
  from: BusinessDate;
  to: BusinessDate;
  since: BusinessDate;
};

export type Heads = { heads: number; ramped: number };

const LEAST = 0.25;

/** Ramped heads to divide by; null for who has hardly begun, where the figure would only be large. */
export function rampedHeads({ heads, ramped }: Heads): number | null {
  return ramped >= LEAST * heads && heads > 0 ? ramped : null;
}

/** The unit each person was in the longest within their memberships. */
export function mainUnits(memberships: readonly Membership[]): Map<string, string> {
  const sorted = memberships.toSorted((a, b) => diffDays(a.from, a.to) - diffDays(b.from, b.to));
  return new Map(sorted.map(({ userId, unitId }) => [userId, unitId]));
}

const QUARTER = 3;

/** Days within the range weighted by how much of a full target the person carries on them. */
function rampedDays({ since }: Membership, from: BusinessDate, to: BusinessDate): number {
  let days = 0;
  for (let quarter = 0, start = since; start < to; quarter++) {
    const next = addMonths(since, (quarter + 1) * QUARTER);
    const [a, b] = [later(from, start), earlier(to, next)];
    if (a < b) days += diffDays(a, b) * rampShare(quarter);
    // From the last step of the ramp on nothing changes.
    if (next >= to) break;
    start = next;
  }
  return days;
}

/**
 * People on average over the range by group, each day counted; `ramped` counts a person in their
 * first quarters by the share of a full target they carry then.
 */
export function headsBy(
  memberships: readonly Membership[],
  range: Period,
  groupOf: (one: Membership) => string | null,
): Map<string, Heads> {
  const length = lengthInDays(range);
  const found = new Map<string, Heads>();
  for (const one of memberships) {
    const group = groupOf(one);
    const [from, to] = [later(one.from, range.from), earlier(one.to, range.to)];
    if (group === null || from >= to || length === 0) continue;
    const known = found.get(group) ?? { heads: 0, ramped: 0 };
    found.set(group, {
      heads: known.heads + diffDays(from, to) / length,
      ramped: known.ramped + rampedDays(one, from, to) / length,
    });
  }
  return found;
}
