import "server-only";
import { read } from "@/lib/platform/db/access";
import { namesOf } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";
import { localName } from "@/lib/shared/local-name";
import type { RecordRef } from "@/lib/shared/record";
import { requireRecord } from "../data/comments";
import { followers } from "../data/following";
import { peopleSeeing } from "../data/notify";
import type { DiscussionView } from "../domain/comment";
import { mentionedIn } from "../domain/mention";
import { listComments } from "../sql/list-comments";
import { mentionCandidates } from "../sql/mention-candidates";

/**
 * What is said about a record: the latest 30 comments, or with `all` the latest 500.
 * @throws NotFoundError where the record does not exist or may not be seen
 */
export function discussionOf(
  scope: Scope,
  record: RecordRef,
  { all = false } = {},
): Promise<DiscussionView> {
  return read(scope, async (tx) => {
    await requireRecord(tx, record);
    const { comments, total } = await listComments(tx, record, all ? 500 : 30);
    const texts = comments.flatMap(({ body, replyTo }) => [body, replyTo?.body ?? ""]);
    const people = await namesOf(tx, texts.flatMap(mentionedIn));
    const following = await followers(tx, record);
    return {
      record,
      userId: scope.userId,
      comments,
      earlier: total - comments.length,
      people: Object.fromEntries(people),
      following: following.some(({ id }) => id === scope.userId),
      followers: following,
    };
  });
}

export type MentionSuggestion = { id: string; name: string; hint: string };

/** Up to eight people of a name who may see the record. */
export async function suggestMentions(
  scope: Scope,
  record: RecordRef,
  text: string,
  locale: string,
): Promise<MentionSuggestion[]> {
  return read(scope, async (tx) => {
    await requireRecord(tx, record);
    const candidates = await mentionCandidates(tx, record, text);
    const ids = candidates.map(({ id }) => id);
    const seeing = new Set(await peopleSeeing(tx, record, ids));
    return candidates
      .filter(({ id }) => seeing.has(id) && id !== scope.userId)
      .slice(0, 8)
      .map((person) => ({
        id: person.id,
        name: localName(person, locale),
        hint: person.unit ? localName(person.unit, locale) : "",
      }));
  });
}
