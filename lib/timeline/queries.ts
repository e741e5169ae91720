import "server-only";
import { mentionedIn } from "@/lib/discussion/domain/mention";
import { read } from "@/lib/platform/db/access";
import { namesOf } from "@/lib/platform/db/named";
import type { Scope } from "@/lib/platform/scope";
import { EVENT_KINDS, nextLimit } from "./domain/event";
import type { TimelineQuestion } from "./schema";
import { type Subject, timelineEvents } from "./sql/events";

/** What happened with a deal or a customer, and how many are shown next where there are more. */
export function timelineOf(scope: Scope, subject: Subject, { only, limit }: TimelineQuestion) {
  return read(scope, async (tx) => {
    const kinds = only ? [only] : EVENT_KINDS;
    const found = await timelineEvents(tx, subject, kinds, limit + 1);
    const events = found.slice(0, limit);
    const bodies = events.map((event) => (event.kind === "comment" ? event.told.body : ""));
    return {
      subject,
      only,
      events,
      next: nextLimit(limit, found.length > limit),
      people: await namesOf(tx, bodies.flatMap(mentionedIn)),
    };
  });
}
export type TimelineView = Awaited<ReturnType<typeof timelineOf>>;
