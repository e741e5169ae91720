import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError, NotFoundError } from "@/lib/platform/errors";
import { isRecordKind, type RecordRef } from "@/lib/shared/record";
import { mentionedIn } from "../domain/mention";
import type { EditedComment, NewComment } from "../schema";
import { startFollowing } from "./following";
import { notify, notifyFollowers, peopleSeeing } from "./notify";

/** @throws NotFoundError where the record does not exist or may not be seen */
export async function requireRecord(tx: Tx, { kind, id }: RecordRef): Promise<void> {
  const [row] = await tx.$queryRaw<
    { sees: boolean }[]
  >`SELECT app_sees_record(${kind}, ${id}::uuid) AS sees`;
  if (!row?.sees) throw new NotFoundError();
}

/** Tells whom a text newly mentions. @throws AppError mentionUnseen: one of them may not see the record */
async function tellMentioned(tx: Tx, record: RecordRef, comment: string, people: string[]) {
  const seeing = await peopleSeeing(tx, record, people);
  if (seeing.length < people.length) throw new AppError("mentionUnseen");
  await notify(tx, { kind: "mention", record, details: { comment } }, people);
}

/**
 * Says something about a record; the author follows it from then on. Tells whom the text mentions, else
 * whom it answers, else who follows the record.
 * @throws NotFoundError, AppError mentionUnseen
 */
export async function addComment(
  tx: Tx,
  userId: string,
  { record, body, replyTo }: NewComment,
): Promise<string> {
  await requireRecord(tx, record);
  const answered = replyTo
    ? await tx.comment.findFirst({
        where: { id: replyTo, subjectKind: record.kind, subjectId: record.id },
        select: { authorId: true },
      })
    : null;
  const { id } = await tx.comment.create({
    // What it answers may have been deleted while it was being written.
    data: {
      subjectKind: record.kind,
      subjectId: record.id,
      authorId: userId,
      body,
      replyToId: answered ? replyTo : null,
    },
    select: { id: true },
  });
  await startFollowing(tx, userId, record);
  const mentioned = mentionedIn(body);
  await tellMentioned(tx, record, id, mentioned);
  const asked = answered && !mentioned.includes(answered.authorId) ? [answered.authorId] : [];
  const details = { comment: id };
  await notify(tx, { kind: "reply", record, details }, asked);
  const but = [...mentioned, ...asked];
  await notifyFollowers(tx, { kind: "comment", record, details }, { but });
  return id;
}

/** One's own comment, locked. @throws NotFoundError */
async function ownComment(tx: Tx, userId: string, id: string) {
  await tx.$executeRaw`SELECT FROM comment WHERE id = ${id}::uuid AND author_id = ${userId}::uuid FOR UPDATE`;
  const comment = await tx.comment.findFirst({ where: { id, authorId: userId } });
  if (!comment || !isRecordKind(comment.subjectKind)) throw new NotFoundError();
  return { ...comment, record: { kind: comment.subjectKind, id: comment.subjectId } };
}

/**
 * Changes one's own comment; tells whom only the new text mentions.
 * @throws NotFoundError, ConflictError, AppError mentionUnseen
 */
export async function editComment(
  tx: Tx,
  userId: string,
  { id, version, body }: EditedComment,
): Promise<RecordRef> {
  const { record, ...comment } = await ownComment(tx, userId, id);
  if (comment.version !== version)
    throw new ConflictError({ body: comment.body, version: comment.version });
  await tx.comment.updateMany({
    where: { id },
    data: { body, version: version + 1, editedAt: new Date() },
  });
  const before = mentionedIn(comment.body);
  const added = mentionedIn(body).filter((person) => !before.includes(person));
  await tellMentioned(tx, record, id, added);
  return record;
}

/** Deletes one's own comment and says what it was about. @throws NotFoundError */
export async function deleteComment(tx: Tx, userId: string, id: string): Promise<RecordRef> {
  const { record } = await ownComment(tx, userId, id);
  await tx.comment.deleteMany({ where: { id } });
  return record;
}
