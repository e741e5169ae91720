import { Prisma } from "@/lib/platform/db/generated/client";

/**
 * The day an open deal `d` came into the stage it is in, without leaving it since; where the history
 * does not say, the day it was created.
 */
export const STAGE_SINCE = Prisma.sql`coalesce((SELECT min(h.changed_on) FROM deal_history h
  WHERE h.deal_id = d.id AND h.stage_id = d.stage_id AND NOT EXISTS (SELECT FROM deal_history o
    WHERE o.deal_id = d.id AND o.stage_id <> d.stage_id AND (o.changed_on, o.id) > (h.changed_on, h.id))), d.created_on)`;
