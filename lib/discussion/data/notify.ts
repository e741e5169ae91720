import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import type { RecordRef } from "@/lib/shared/record";
import {
  type NotificationDetails,
  type NotificationKind,
  replacesEarlier,
} from "../domain/notification";
import { followersOf } from "./following";

const seeingRow = z.tuple([z.object({ seeing: z.array(z.string()) })]);

/** Those of the people who may see the record, as their own row security says. */
export async function peopleSeeing(
  tx: Tx,
  { kind, id }: RecordRef,
  people: readonly string[],
): Promise<string[]> {
  if (people.length === 0) return [];
  const rows = await tx.$queryRaw`
    SELECT app_people_seeing(${kind}, ${id}::uuid, ${[...new Set(people)]}::uuid[])::text[] AS seeing`;
  return seeingRow.parse(rows)[0].seeing;
}

export type Notice = {
  kind: NotificationKind;
  /** What it is about; who receives it sees the record's title as long as they may see the record. */
  record: RecordRef;
  details?: NotificationDetails;
};

/**
 * Tells people about a record, inside the transaction that gives the reason. Whoever acts is never
 * told. Those who may not see the record are left out, unless `unseen` says that they are told all the
 * same (they read no title, so give `details.path`): a hand-over is asked of somebody who has no part
 * in the deal yet. At most 200 people.
 */
export async function notify(
  tx: Tx,
  { kind, record, details = {} }: Notice,
  people: readonly string[],
  { unseen = false } = {},
): Promise<void> {
  const some = people.slice(0, 200);
  const told = unseen ? [...new Set(some)] : await peopleSeeing(tx, record, some);
  if (told.length === 0) return;
  await tx.$executeRaw`
    SELECT add_notifications(${told}::uuid[], ${kind}, ${record.kind}, ${record.id}::uuid,
      ${JSON.stringify(details)}::jsonb, ${replacesEarlier(kind)})`;
}

/** Tells the owner and whoever follows the record; `but`: people who are told otherwise. */
export async function notifyFollowers(
  tx: Tx,
  notice: Notice,
  { but = [] as readonly string[] } = {},
): Promise<void> {
  const followers = await followersOf(tx, notice.record);
  await notify(
    tx,
    notice,
    followers.filter((id) => !but.includes(id)),
  );
}
