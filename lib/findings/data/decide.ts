import "server-only";
import { may, type Permission } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { toUtcMidnight } from "@/lib/shared/business-date";
import { removing } from "@/lib/undo/data";
import type { WrittenFinding } from "../schema";
import { tellOf } from "./tell-of";

type Version = { id: string; version: number };

/** The finding, for somebody who may do this to it. @throws NotFoundError, ForbiddenError */
async function findAllowed(tx: Tx, scope: Scope, id: string, permission: Permission) {
  const finding = await tx.finding.findUnique({ where: { id } });
  if (!finding) throw new NotFoundError();
  const { userId, createdById, unitId } = finding;
  // Who leads the unit decides, also about a finding that names them; others only write about themselves.
  const ownerId = permission === "finding.decide" ? null : createdById === userId ? userId : null;
  if (!may(scope, permission, { ownerId, unitId })) throw new ForbiddenError();
  return finding;
}

type Change = Parameters<Tx["finding"]["updateMany"]>[0]["data"];

/** Saves what somebody saw at `version`. @throws ConflictError with the finding as it is now */
async function save(tx: Tx, { id, version }: Version, data: Change): Promise<void> {
  const change = { ...data, version: { increment: 1 } };
  const { count } = await tx.finding.updateMany({ where: { id, version }, data: change });
  if (count === 1) return;
  const now = await tx.finding.findUniqueOrThrow({ where: { id } });
  throw new ConflictError({
    ...{ status: now.status, title: now.title, note: now.note, reason: now.reason },
    ...{ unitId: now.unitId, productId: now.productId, size: now.size?.toNumber() ?? null },
    version: now.version,
  });
}

const decided = (scope: Scope) => ({ decidedById: scope.userId, decidedAt: new Date() });

/** Confirms a finding, or proposes it again. */
export async function decide(
  tx: Tx,
  scope: Scope,
  { status, ...which }: Version & { status: "confirmed" | "proposed" },
): Promise<void> {
  await findAllowed(tx, scope, which.id, "finding.decide");
  await save(tx, which, { status, mergedIntoId: null, dismissedSeverity: null, ...decided(scope) });
}

/** Dismisses a finding; it stays so until it is materially worse than now. */
export async function dismiss(
  tx: Tx,
  scope: Scope,
  { reason, ...which }: Version & { reason: string },
): Promise<void> {
  const { severity } = await findAllowed(tx, scope, which.id, "finding.decide");
  const change = { status: "dismissed", reason, dismissedSeverity: severity } as const;
  await save(tx, which, { ...change, mergedIntoId: null, ...decided(scope) });
}

/** Makes a finding part of another one that is not itself merged. @throws AppError mergeImpossible */
export async function merge(
  tx: Tx,
  scope: Scope,
  { intoId, ...which }: Version & { intoId: string },
): Promise<void> {
  // Locked in one order: of two who merge a pair both ways at once the second finds it merged.
  const pair = [which.id, intoId];
  await tx.$queryRaw`SELECT 1 FROM finding WHERE id = ANY (${pair}::uuid[]) ORDER BY id FOR UPDATE`;
  await findAllowed(tx, scope, which.id, "finding.decide");
  const into = await findAllowed(tx, scope, intoId, "finding.decide");
  if (intoId === which.id || into.status === "merged") throw new AppError("mergeImpossible");
  await save(tx, which, { status: "merged", mergedIntoId: intoId, ...decided(scope) });
  // What was merged into this one goes along, so that nothing hangs on a merged finding.
  await tx.finding.updateMany({
    where: { mergedIntoId: which.id },
    data: { mergedIntoId: intoId },
  });
}

/** Where a written finding belongs: reps write about themselves, leaders about a unit of theirs. */
function subjectOf(scope: Scope, unitId: string | null) {
  if (scope.role !== "rep" && unitId !== null) return { unitId, userId: null };
  const own = scope.memberUnitId ?? scope.managedUnitIds[0];
  if (!own) throw new AppError("required");
  return { unitId: own, userId: scope.role === "rep" ? scope.userId : null };
}

/** Adds what somebody found out themselves; it is proposed until somebody decides, who is told. */
export async function insertFinding(tx: Tx, scope: Scope, input: WrittenFinding): Promise<string> {
  const { today } = await businessContext(tx);
  const subject = subjectOf(scope, input.unitId);
  const owner = { ownerId: subject.userId, unitId: subject.unitId };
  if (!may(scope, "finding.write", owner)) throw new ForbiddenError();
  const { title, note, productId, size } = input;
  const row = { ...({ kind: "own", title, note, productId, size } as const), ...subject };
  const data = { ...row, foundOn: toUtcMidnight(today), createdById: scope.userId };
  const { id } = await tx.finding.create({ data, select: { id: true } });
  await tellOf(tx, Prisma.sql`id = ${id}::uuid`);
  return id;
}

/** Changes what somebody wrote; what the rules found is changed by them only. @throws ForbiddenError */
export async function updateFinding(
  tx: Tx,
  scope: Scope,
  { id, version, ...input }: WrittenFinding & Version,
): Promise<void> {
  const { kind, status } = await findAllowed(tx, scope, id, "finding.write");
  if (kind !== "own" || (scope.role === "rep" && status !== "proposed")) throw new ForbiddenError();
  const { title, note, productId, size } = input;
  await save(tx, { id, version }, { title, note, productId, size });
}

/** Deletes what somebody wrote, in a way that can be undone. @throws NotFoundError, ForbiddenError */
export async function removeFinding(tx: Tx, scope: Scope, id: string): Promise<string> {
  const { kind } = await findAllowed(tx, scope, id, "finding.write");
  if (kind !== "own") throw new ForbiddenError();
  return removing(tx, "finding", () => tx.finding.deleteMany({ where: { id } }));
}
