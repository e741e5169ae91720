import "server-only";
import { requireWorking } from "@/lib/people/data/working-person";
import { may } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type BusinessDate, fromUtcMidnight, toUtcMidnight } from "@/lib/shared/business-date";
import { instantIn, timeIn } from "@/lib/shared/zoned-time";
import { keepNextStep } from "./data/next-step";
import { keepParticipants, participantIds } from "./data/participants";
import { references, visibleReferences } from "./data/references";
import type { ActivityOutcome } from "./domain/activity";
import { hiddenReferences } from "./domain/hidden-references";
import type { EditActivity, NewActivity } from "./schema";
import { ownerUnit } from "./sql/named-records";

type Saved = { id: string; version: number };
const SAVED = { id: true, version: true } as const;
type Fields = Omit<NewActivity, "ownerId">;

async function timeZone(tx: Tx): Promise<string> {
  const row = await tx.organisation.findUnique({ where: { id: 1 }, select: { timeZone: true } });
  return row?.timeZone ?? "UTC";
}

async function columns(tx: Tx, input: Fields) {
  const { time, day, nextStepOn, dealId: _, customerId: __, contactIds: ___, ...fields } = input;
  return {
    ...fields,
    day: toUtcMidnight(day),
    at: time ? instantIn(await timeZone(tx), day, time) : null,
    nextStepOn: nextStepOn && toUtcMidnight(nextStepOn),
    outcome: input.status === "done" ? input.outcome : null,
  };
}

/**
 * A new follow-up of the writer, or of somebody below. Done with a next step, it brings the next
 * follow-up with it.
 * @throws FieldError personDisabled, ForbiddenError, NotFoundError, AppError noUnit
 */
export async function insertActivity(tx: Tx, scope: Scope, input: NewActivity): Promise<Saved> {
  const { ownerId: wanted, ...fields } = input;
  const ownerId = wanted ?? scope.userId;
  await requireWorking(tx, ownerId, "ownerId");
  const { dealUnit, ...named } = await references(tx, input);
  const unitId = (await ownerUnit(tx, ownerId, input.day)) ?? dealUnit;
  if (!unitId) throw new AppError("noUnit");
  if (!may(scope, "activity.write", { ownerId, unitId })) throw new ForbiddenError();
  const data = { ...(await columns(tx, fields)), ...named, ownerId, unitId };
  const doneAt = input.status === "done" ? new Date() : null;
  const saved = await tx.activity.create({ data: { ...data, doneAt }, select: SAVED });
  await keepParticipants(tx, { id: saved.id, customerId: named.customerId }, input.contactIds);
  await keepNextStep(tx, saved.id);
  return saved;
}

/** A follow-up the writer may change. @throws NotFoundError, ForbiddenError */
async function writable(tx: Tx, scope: Scope, id: string) {
  const row = await tx.activity.findUnique({ where: { id } });
  if (!row) throw new NotFoundError();
  if (!may(scope, "activity.write", row)) throw new ForbiddenError();
  return row;
}
type Row = Awaited<ReturnType<typeof writable>>;

async function conflict(tx: Tx, row: Row): Promise<ConflictError> {
  const zone = await timeZone(tx);
  const { kind, status, minutes, subject, outcome, notes, nextStep, version } = row;
  return new ConflictError({
    ...{ kind, status, minutes, subject, outcome, notes, nextStep, version },
    day: fromUtcMidnight(row.day),
    time: row.at && timeIn(zone, row.at),
    nextStepOn: row.nextStepOn && fromUtcMidnight(row.nextStepOn),
    ...{ dealId: row.dealId, customerId: row.customerId },
    contactIds: (await participantIds(tx, row.id)).join(","),
  });
}

type Change = Parameters<Tx["activity"]["updateMany"]>[0]["data"];

/** Changes what is still at `version`. @throws ConflictError */
async function change(tx: Tx, id: string, version: number, data: Change): Promise<Saved> {
  const { count } = await tx.activity.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 1) return { id, version: version + 1 };
  const row = await tx.activity.findUnique({ where: { id } });
  throw row ? await conflict(tx, row) : new NotFoundError();
}

/**
 * Saves what an editor saw at `version`. A deal or customer the editor does not see stays named.
 * @throws ConflictError, ForbiddenError, NotFoundError
 */
export async function updateActivity(tx: Tx, scope: Scope, input: EditActivity): Promise<Saved> {
  const { id, version, ...fields } = input;
  const row = await writable(tx, scope, id);
  const seen = await visibleReferences(tx, row);
  const hidden = hiddenReferences(row, seen);
  const named = await references(tx, {
    dealId: fields.dealId === hidden.dealId ? null : fields.dealId,
    customerId: fields.customerId === hidden.customerId ? null : fields.customerId,
  });
  const unitId = (await ownerUnit(tx, row.ownerId, fields.day)) ?? row.unitId;
  const customerId = named.customerId ?? hidden.customerId;
  const saved = await change(tx, id, version, {
    ...(await columns(tx, fields)),
    dealId: named.dealId ?? hidden.dealId,
    customerId,
    unitId,
    doneAt: fields.status === "done" ? (row.doneAt ?? new Date()) : null,
  });
  await keepParticipants(tx, { id, customerId }, fields.contactIds);
  await keepNextStep(tx, id);
  return saved;
}

type Complete = { id: string; version: number; outcome?: ActivityOutcome | null };

/** Marks a follow-up as done, of a later day today. @throws ConflictError, ForbiddenError */
export async function completeActivity(
  tx: Tx,
  scope: Scope,
  { id, version, outcome }: Complete,
  today: BusinessDate,
): Promise<Saved> {
  const row = await writable(tx, scope, id);
  const early = fromUtcMidnight(row.day) > today;
  const saved = await change(tx, id, version, {
    ...{ status: "done", doneAt: new Date(), outcome: outcome ?? row.outcome },
    ...(early ? { day: toUtcMidnight(today), at: null } : {}),
  });
  await keepNextStep(tx, id);
  return saved;
}

/** Undoes `completeActivity`: planned again for the day it has. */
export async function reopenActivity(
  tx: Tx,
  scope: Scope,
  { id, version, day }: { id: string; version: number; day?: BusinessDate },
): Promise<Saved> {
  const row = await writable(tx, scope, id);
  const place = day ? await onDay(tx, row, day) : {};
  return change(tx, id, version, { status: "planned", doneAt: null, outcome: null, ...place });
}

type Placed = Awaited<ReturnType<typeof writable>>;

/** Another day at the same time of day, in the unit its owner belongs to then. */
async function onDay(tx: Tx, row: Placed, day: BusinessDate) {
  const zone = row.at && (await timeZone(tx));
  const at = row.at && zone ? instantIn(zone, day, timeIn(zone, row.at)) : null;
  const unitId = (await ownerUnit(tx, row.ownerId, day)) ?? row.unitId;
  return { day: toUtcMidnight(day), at, unitId };
}

/** Puts a follow-up on another day at the same time of day. @throws ConflictError, ForbiddenError */
export async function rescheduleActivity(
  tx: Tx,
  scope: Scope,
  { id, version, day }: { id: string; version: number; day: BusinessDate },
): Promise<Saved> {
  const row = await writable(tx, scope, id);
  return change(tx, id, version, await onDay(tx, row, day));
}

/** Deletes a follow-up. @throws ForbiddenError, NotFoundError */
export async function deleteActivity(tx: Tx, scope: Scope, id: string): Promise<void> {
  await writable(tx, scope, id);
  await tx.activity.delete({ where: { id }, select: { id: true } });
}
