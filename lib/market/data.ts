import "server-only";
import { may } from "@/lib/people/domain/permissions";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { fromUtcMidnight, toBusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import { removing } from "@/lib/undo/data";
import type { NoteInput } from "./schema";

type Context = { today: string; currency: string };

const NAMES = { id: true, name: true, nameEn: true } as const;

/** A competitor by id. @throws NotFoundError */
export async function findCompetitor(tx: Tx, id: string) {
  const competitor = await tx.competitor.findUnique({
    where: { id },
    select: { ...NAMES, active: true },
  });
  if (!competitor) throw new NotFoundError();
  return competitor;
}

/** What a note can name: competitors and units in use. */
export async function noteChoices(tx: Tx) {
  const query = {
    where: { active: true },
    orderBy: { name: "asc" },
    select: NAMES,
    take: 300,
  } as const;
  return {
    competitors: await tx.competitor.findMany(query),
    units: await tx.unit.findMany({
      ...query,
      where: { active: true, type: { in: ["company", "region"] } },
    }),
  };
}

/** The values of the columns; a price is in base currency. @throws AppError noteInFuture */
function columnsOf({ happenedOn, ...input }: NoteInput, { today, currency }: Context) {
  if (happenedOn > today) throw new AppError("noteInFuture");
  return {
    ...input,
    happenedOn: toUtcMidnight(toBusinessDate(happenedOn)),
    currency: input.price === null ? null : currency,
  };
}

/** Adds a note in the writer's name. */
export async function insertNote(
  tx: Tx,
  scope: Scope,
  input: NoteInput,
  context: Context,
): Promise<string> {
  const authorUnitId = scope.memberUnitId ?? scope.managedUnitIds[0] ?? null;
  const data = { ...columnsOf(input, context), authorId: scope.userId, authorUnitId };
  return (await tx.marketNote.create({ data, select: { id: true } })).id;
}

/** The note, for somebody who may change it. @throws NotFoundError, ForbiddenError */
async function findWritable(tx: Tx, scope: Scope, id: string) {
  const note = await tx.marketNote.findUnique({ where: { id } });
  if (!note) throw new NotFoundError();
  const subject = { ownerId: note.authorId, unitId: note.authorUnitId };
  if (!may(scope, "market.write", subject)) throw new ForbiddenError();
  return note;
}

/** Saves what an editor saw at `version`. @throws ConflictError with the note as it is now */
export async function updateNote(
  tx: Tx,
  scope: Scope,
  { id, version, ...input }: NoteInput & { id: string; version: number },
  context: Context,
): Promise<void> {
  const now = await findWritable(tx, scope, id);
  const { count } = await tx.marketNote.updateMany({
    where: { id, version },
    data: { ...columnsOf(input, context), version: { increment: 1 } },
  });
  if (count === 1) return;
  throw new ConflictError({
    kind: now.kind,
    title: now.title,
    text: now.text,
    happenedOn: fromUtcMidnight(now.happenedOn),
    competitorId: now.competitorId,
    productId: now.productId,
    unitId: now.unitId,
    impact: now.impact,
    credibility: now.credibility,
    sourceUrl: now.sourceUrl,
    price: now.price?.toNumber() ?? null,
    version: now.version,
  });
}

/** Deletes it in a way that can be undone. @throws NotFoundError, ForbiddenError */
export async function removeNote(tx: Tx, scope: Scope, id: string): Promise<string> {
  await findWritable(tx, scope, id);
  return removing(tx, "market_note", () => tx.marketNote.deleteMany({ where: { id } }));
}
