import { z } from "zod";
import { param } from "@/lib/shared/list-params";
import { EVENT_KINDS, FIRST_EVENTS, MOST_EVENTS } from "./domain/event";

/** Of a page with a timeline: `?events=` the only kind shown, `?shown=` how many. */
export const timelineParams = z
  .object({
    events: param(z.enum(EVENT_KINDS)),
    shown: param(z.coerce.number().int().min(1).max(MOST_EVENTS)),
  })
  .transform(({ events, shown }) => ({ only: events ?? null, limit: shown ?? FIRST_EVENTS }));
export type TimelineQuestion = z.infer<typeof timelineParams>;
