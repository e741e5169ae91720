import "server-only";
import { listContext } from "@/lib/lists/data";
import { noteMarkers } from "@/lib/market/sql/list-notes";
import { may } from "@/lib/people/domain/permissions";
import { read, type Tx } from "@/lib/platform/db/access";
import { EXPORT_TIMEOUT } from "@/lib/platform/db/each-batch";
import { eachRow } from "@/lib/platform/db/list-sql";
import { namesOf } from "@/lib/platform/db/named";
import { unitChoices } from "@/lib/platform/db/unit-choices";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { addMonths } from "@/lib/shared/business-date";
import { findingsLinked, voicesOf } from "../data/evidence";
import { isLookDue, recentRuns } from "../data/runs";
import type { Finding } from "../domain/finding";
import type { FindingListParams } from "../schema";
import {
  findFinding,
  findingListSql,
  findingRow,
  findingTotals,
  largestFindings,
  listFindings,
} from "../sql/list-findings";

/** One page of the list of findings with its totals and the latest looks, in one snapshot. */
export function findingList(scope: Scope, params: FindingListParams) {
  return read(scope, async (tx) => ({
    ...(await listContext(tx, scope, params)),
    rows: await listFindings(tx, params),
    totals: await findingTotals(tx, params),
    runs: await recentRuns(tx),
    isLookDue: await isLookDue(tx, scope),
  }));
}

/** The largest open findings, for pages about something else. */
export function topFindings(scope: Scope, most: number) {
  return read(scope, async (tx) => ({
    findings: await largestFindings(tx, most),
    totals: await findingTotals(tx, { status: "open", basis: "all" }),
  }));
}

/** One finding with what it rests on, and what the reader may do with it. @throws NotFoundError */
export function findingDetail(scope: Scope, id: string) {
  return read(scope, async (tx) => {
    const finding = await findFinding(tx, id);
    if (!finding) throw new NotFoundError();
    const { unit, user, createdBy, kind, status } = finding;
    const decidable = may(scope, "finding.decide", { ownerId: null, unitId: unit.id });
    const mine = kind === "own" && createdBy?.id === scope.userId && user?.id === scope.userId;
    return {
      finding,
      decidable,
      writable: kind === "own" && (decidable || (mine && status === "proposed")),
      voices: await voicesOf(tx, id),
      names: await namesOf(tx, peersIn(finding, scope)),
      others: decidable ? await mergeable(tx, finding) : [],
      notes: await notesBeside(tx, finding),
    };
  });
}

/** What was noted in the market in the time of the chart. */
function notesBeside(tx: Tx, { evidence }: Finding) {
  if (evidence?.kind !== "product_low") return [];
  const [from, last] = [evidence.months[0], evidence.months.at(-1)];
  return from && last ? noteMarkers(tx, { from, to: addMonths(last, 1) }) : [];
}

/** Peers the reader leads; the others stay without a name. */
function peersIn({ evidence }: Finding, { role, unitIds }: Scope): string[] {
  if (evidence?.kind !== "unit_low") return [];
  const peers = evidence.peers.map(({ unitId }) => unitId);
  return role === "admin" ? peers : peers.filter((id) => unitIds.includes(id));
}

/** Open findings this one could be part of. */
async function mergeable(tx: Tx, { id }: Finding) {
  return (await largestFindings(tx, 50)).filter((other) => other.id !== id);
}

/** What the form for a finding of one's own offers. */
export function newFinding(scope: Scope) {
  return read(scope, async (tx) => ({
    units: await unitChoices(tx, scope),
    currency: (await businessContext(tx)).organisation.baseCurrency,
  }));
}

/** Findings that feedback speaks for, and the open ones it could. */
export function findingsOfFeedback(scope: Scope, feedbackId: string) {
  return read(scope, async (tx) => {
    const linked = await findingsLinked(tx, feedbackId);
    const open = await largestFindings(tx, 50);
    const others = open.filter(({ id }) => linked.every((one) => one.id !== id));
    return { linked, others: others.map(({ id, title, titleEn }) => ({ id, title, titleEn })) };
  });
}

/** Hands over every row of the filtered list in its order, a batch at a time, from one snapshot. */
export function eachFinding(
  scope: Scope,
  params: FindingListParams,
  use: (rows: readonly Finding[]) => Promise<void>,
): Promise<void> {
  return read(scope, (tx) => eachRow(tx, findingListSql(params), findingRow, use), EXPORT_TIMEOUT);
}
