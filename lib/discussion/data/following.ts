import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { reference } from "@/lib/platform/db/named";
import type { Reference } from "@/lib/shared/named";
import type { RecordRef } from "@/lib/shared/record";

/** Ids of at most 200 people who follow the record: its owner, and who joined; without who left. */
export async function followersOf(tx: Tx, record: RecordRef): Promise<string[]> {
  return (await followers(tx, record)).map(({ id }) => id);
}

/** The same with their names, in the order of their names. */
export async function followers(tx: Tx, { kind, id }: RecordRef): Promise<Reference[]> {
  const rows = await tx.$queryRaw`
    SELECT u.id::text, u.name, u.name_en AS "nameEn" FROM "user" u
    WHERE u.status = 'active' AND u.id IN (
        SELECT f.user_id FROM follow f WHERE f.subject_kind = ${kind} AND f.subject_id = ${id}::uuid AND f.following
        UNION SELECT r.owner_id FROM app_record(${kind}, ${id}::uuid) r)
      AND NOT EXISTS (SELECT FROM follow f WHERE f.subject_kind = ${kind} AND f.subject_id = ${id}::uuid
        AND f.user_id = u.id AND NOT f.following)
    ORDER BY u.name, u.id LIMIT 200`;
  return z.array(reference).parse(rows);
}

/** The person follows the record from now on, unless they have said that they do not want to. */
export async function startFollowing(tx: Tx, userId: string, record: RecordRef): Promise<void> {
  await tx.follow.createMany({
    data: [{ userId, subjectKind: record.kind, subjectId: record.id }],
    skipDuplicates: true,
  });
}

/** The person's own choice; owners can leave, too. */
export async function setFollowing(
  tx: Tx,
  userId: string,
  record: RecordRef,
  following: boolean,
): Promise<void> {
  const key = { userId, subjectKind: record.kind, subjectId: record.id };
  await tx.follow.upsert({
    where: { userId_subjectKind_subjectId: key },
    create: { ...key, following },
    update: { following },
  });
}
