import "server-only";
import { notify } from "@/lib/discussion/data/notify";
import { isWorking, requireWorking } from "@/lib/people/data/working-person";
import { may } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import {
  type BusinessDate,
  fromUtcMidnight,
  toBusinessDate,
  toUtcMidnight,
} from "@/lib/shared/business-date";
import { removing } from "@/lib/undo/data";
import type { FeedbackStatus } from "../domain/feedback";
import { mayRemove } from "../domain/may-remove";
import type { FeedbackInput } from "../schema";
import { currentTagger, setTags } from "./themes";

/** The feedback, for somebody who may change it. @throws NotFoundError, ForbiddenError */
async function findWritable(tx: Tx, scope: Scope, id: string) {
  const found = await tx.feedback.findUnique({ where: { id } });
  if (!found) throw new NotFoundError();
  if (!may(scope, "feedback.write", found)) throw new ForbiddenError();
  return found;
}
type Stored = Awaited<ReturnType<typeof findWritable>>;

type Sources = Pick<FeedbackInput, "dealId" | "customerId" | "ownerId">;
type Placed = { customerId: string | null; ownerId: string; unitId: string };

/** The unit of a person's own records: the one they belong to, else the first they manage. */
async function unitOf(tx: Tx, scope: Scope, ownerId: string): Promise<string | null> {
  if (ownerId === scope.userId && scope.memberUnitId) return scope.memberUnitId;
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT a.unit_id::text AS id FROM assignment a, (SELECT business_today() AS today) d
    WHERE a.user_id = ${ownerId}::uuid AND d.today >= a.valid_from AND d.today < a.valid_to
    ORDER BY a.kind = 'member' DESC, a.valid_from DESC LIMIT 1`;
  return rows[0]?.id ?? null;
}

async function topUnit(tx: Tx): Promise<string | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id::text AS id FROM unit u WHERE u.active AND NOT EXISTS (SELECT FROM unit_edge e WHERE e.unit_id = u.id)
    ORDER BY u.id LIMIT 1`;
  return rows[0]?.id ?? null;
}

/**
 * Who answers the feedback, and for which unit: whoever is named; else for managers and admins the
 * owner of its deal or customer; else who writes it. A deal brings its customer along.
 * @throws FieldError personDisabled, AppError feedbackOwnerRefused, feedbackNoUnit
 */
export async function placeOf(tx: Tx, scope: Scope, input: Sources): Promise<Placed> {
  const place = { select: { ownerId: true, unitId: true, customerId: true } } as const;
  const deal = input.dealId
    ? await tx.deal.findUnique({ where: { id: input.dealId }, ...place })
    : null;
  if (input.dealId && !deal) throw new NotFoundError();
  const customerId = input.customerId ?? deal?.customerId ?? null;
  const customer = customerId
    ? await tx.customer.findUnique({
        where: { id: customerId },
        select: { ownerId: true, unitId: true },
      })
    : null;
  if (customerId && !customer) throw new NotFoundError();
  const holder = deal ?? customer;
  if (input.ownerId === null && holder?.ownerId && holder.unitId) {
    const held = { ownerId: holder.ownerId, unitId: holder.unitId };
    const working = await isWorking(tx, held.ownerId);
    if (working && may(scope, "feedback.write", held)) return { ...held, customerId };
  }
  const ownerId = input.ownerId ?? scope.userId;
  await requireWorking(tx, ownerId, "ownerId");
  const unitId =
    (await unitOf(tx, scope, ownerId)) ?? (scope.role === "admin" ? await topUnit(tx) : null);
  if (!unitId) throw new AppError("feedbackNoUnit");
  if (!may(scope, "feedback.write", { ownerId, unitId }))
    throw new AppError("feedbackOwnerRefused");
  return { ownerId, unitId, customerId };
}

function notInFuture(givenOn: string, today: BusinessDate): Date {
  if (givenOn > today) throw new AppError("feedbackInFuture");
  return toUtcMidnight(toBusinessDate(givenOn));
}

/** What the themes of a text are before anybody confirms them. */
async function suggest(tx: Tx, id: string, text: string | null): Promise<void> {
  const tag = await currentTagger(tx);
  await setTags(tx, id, text ? tag(text) : []);
}

/** Records feedback with the themes its words suggest. @throws AppError, see `placeOf` */
export async function insertFeedback(
  tx: Tx,
  scope: Scope,
  input: FeedbackInput,
  today: BusinessDate,
): Promise<string> {
  const placed = await placeOf(tx, scope, input);
  const { id } = await tx.feedback.create({
    data: {
      ...input,
      ...placed,
      givenOn: notInFuture(input.givenOn, today),
      createdById: scope.userId,
    },
    select: { id: true },
  });
  await suggest(tx, id, input.text);
  await tellOwner(tx, id, placed.ownerId);
  return id;
}

/** Whoever answers it hears of it, unless they brought it themselves. */
async function tellOwner(tx: Tx, id: string, ownerId: string): Promise<void> {
  await notify(tx, { kind: "assigned", record: { kind: "feedback", id } }, [ownerId]);
}

const asSaved = (now: Stored) => ({
  kind: now.kind,
  channel: now.channel,
  score: now.score,
  text: now.text,
  severity: now.severity,
  givenOn: fromUtcMidnight(now.givenOn),
  contact: now.contact,
  customerId: now.customerId,
  dealId: now.dealId,
  productId: now.productId,
  competitorId: now.competitorId,
  ownerId: now.ownerId,
  status: now.status,
  answer: now.answer,
  resolution: now.resolution,
  version: now.version,
});

/** Saves a change of what was seen at `version`. @throws ConflictError with the record as it is now */
async function save(
  tx: Tx,
  scope: Scope,
  { id, version }: { id: string; version: number },
  change: (now: Stored) => Promise<object> | object,
): Promise<Stored> {
  const now = await findWritable(tx, scope, id);
  if (now.version !== version) throw new ConflictError(asSaved(now));
  const data = { ...(await change(now)), version: { increment: 1 } };
  const { count } = await tx.feedback.updateMany({ where: { id, version }, data });
  if (count === 0) throw new ConflictError(asSaved(await findWritable(tx, scope, id)));
  return now;
}

/** What the public form brought stays as the customer wrote it; nothing else claims to come from there. */
function asWritten(now: Stored, input: FeedbackInput) {
  if (now.formKey === null)
    return { channel: input.channel === "form" ? now.channel : input.channel };
  const { kind, channel, score, text, contact, givenOn } = now;
  return { kind, channel, score, text, contact, givenOn };
}

/** Saves what an editor saw at `version`; other words suggest other themes until somebody confirms them. */
export async function updateFeedback(
  tx: Tx,
  scope: Scope,
  { id, version, ...input }: FeedbackInput & { id: string; version: number },
  today: BusinessDate,
): Promise<void> {
  const before = await save(tx, scope, { id, version }, async (now) => {
    const same = now.ownerId === input.ownerId || input.ownerId === null;
    const place = same
      ? { ownerId: now.ownerId, unitId: now.unitId, customerId: input.customerId }
      : await placeOf(tx, scope, input);
    return {
      ...input,
      ...place,
      givenOn: notInFuture(input.givenOn, today),
      ...asWritten(now, input),
    };
  });
  if (input.ownerId && input.ownerId !== before.ownerId) await tellOwner(tx, id, input.ownerId);
  const reworded = before.formKey === null && before.text !== input.text;
  if (reworded && !before.themesConfirmedAt) await suggest(tx, id, input.text);
}

type Step = { id: string; version: number };

/** Somebody has taken note of it, and perhaps answered. The first time counts. */
export async function acknowledge(tx: Tx, scope: Scope, step: Step & { answer: string | null }) {
  await save(tx, scope, step, (now) => ({
    status: (now.status === "new" ? "acknowledged" : now.status) satisfies FeedbackStatus,
    acknowledgedAt: now.acknowledgedAt ?? new Date(),
    acknowledgedById: now.acknowledgedById ?? scope.userId,
    answer: step.answer ?? now.answer,
  }));
}

/** It is settled; what nobody had acknowledged is acknowledged with it. */
export async function resolve(tx: Tx, scope: Scope, step: Step & { resolution: string }) {
  await save(tx, scope, step, (now) => ({
    status: "resolved" satisfies FeedbackStatus,
    acknowledgedAt: now.acknowledgedAt ?? new Date(),
    acknowledgedById: now.acknowledgedById ?? scope.userId,
    resolvedAt: new Date(),
    resolvedById: scope.userId,
    resolution: step.resolution,
  }));
}

/** It is not settled after all. */
export async function reopen(tx: Tx, scope: Scope, step: Step) {
  await save(tx, scope, step, () => ({
    status: "acknowledged" satisfies FeedbackStatus,
    resolvedAt: null,
    resolvedById: null,
  }));
}

/** The themes as a person says they are. */
export async function confirmThemes(tx: Tx, scope: Scope, step: Step & { themeIds: string[] }) {
  await save(tx, scope, step, () => ({
    themesConfirmedAt: new Date(),
    themesConfirmedById: scope.userId,
  }));
  const known = await tx.feedbackTheme.findMany({
    where: { id: { in: step.themeIds } },
    select: { id: true },
  });
  await setTags(
    tx,
    step.id,
    known.map(({ id }) => id),
  );
}

/** Deletes it in a way that can be undone. @throws NotFoundError, ForbiddenError */
export async function removeFeedback(tx: Tx, scope: Scope, id: string): Promise<string> {
  const { unitId, formKey } = await findWritable(tx, scope, id);
  if (!mayRemove(scope, { unitId, viaForm: formKey !== null })) throw new ForbiddenError();
  return removing(tx, "feedback", () => tx.feedback.deleteMany({ where: { id } }));
}
