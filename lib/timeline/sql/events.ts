import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { businessDay, named, reference, referenceSql } from "@/lib/platform/db/named";
import type { EventKind, TimelineEvent } from "../domain/event";

export type Subject = { kind: "deal" | "customer"; id: string };

const state = z.object({
  stage: named.extend({ kind: z.enum(["open", "won", "lost"]) }),
  amount: z.number().nullable(),
  expectedClose: businessDay.nullable(),
  owner: named,
  unit: named,
});

/** What is told of each kind; the words are those of the database's own types. */
const told = {
  activity: z.object({
    kind: z.string(),
    subject: z.string().nullable(),
    notes: z.string().nullable(),
    outcome: z.string().nullable(),
  }),
  change: z.object({ before: state.nullable(), after: state }),
  feedback: z.object({
    kind: z.string(),
    score: z.number().nullable(),
    text: z.string().nullable(),
  }),
  comment: z.object({ body: z.string() }),
  sale: z.object({ orderNo: z.string(), amount: z.number(), lines: z.number() }),
  handOver: z.object({
    step: z.enum(["asked", "accepted", "declined", "withdrawn"]),
    to: named.nullable(),
    unit: named,
    note: z.string().nullable(),
  }),
} as const satisfies Record<EventKind, z.ZodType>;

const base = {
  id: z.string(),
  day: businessDay,
  who: reference.nullable(),
  deal: z.object({ id: z.string(), title: z.string() }).nullable(),
};
const event = z.discriminatedUnion("kind", [
  z.object({ ...base, kind: z.literal("activity"), told: told.activity }),
  z.object({ ...base, kind: z.literal("change"), told: told.change }),
  z.object({ ...base, kind: z.literal("feedback"), told: told.feedback }),
  z.object({ ...base, kind: z.literal("comment"), told: told.comment }),
  z.object({ ...base, kind: z.literal("sale"), told: told.sale }),
  z.object({ ...base, kind: z.literal("handOver"), told: told.handOver }),
]);

/** The deals a timeline is about, as far as the reader sees them. */
const deals = ({ kind, id }: Subject) =>
  kind === "deal"
    ? Prisma.sql`SELECT d.id, d.title FROM deal d WHERE d.id = ${id}::uuid`
    : Prisma.sql`SELECT d.id, d.title FROM deal d WHERE d.customer_id = ${id}::uuid`;

const nameOf = (alias: string) =>
  Prisma.raw(
    `CASE WHEN ${alias}.id IS NOT NULL THEN jsonb_build_object('name', ${alias}.name, 'nameEn', ${alias}.name_en) END`,
  );
const ZONE = Prisma.sql`(SELECT time_zone FROM organisation WHERE id = 1)`;
const DEAL = Prisma.sql`CASE WHEN d.id IS NOT NULL THEN jsonb_build_object('id', d.id, 'title', d.title) END`;
const dayOf = (at: Prisma.Sql) => Prisma.sql`(${at} AT TIME ZONE ${ZONE})::date`;

/** Each kind: `id, day, at, who, deal, told`. What has no time of its day stands at its end. */
const SOURCES: Record<EventKind, (subject: Subject, limit: number) => Prisma.Sql> = {
  activity: ({ kind, id }, limit) => Prisma.sql`
    SELECT a.id, a.day, coalesce(a.at, a.done_at) AS at, ${referenceSql("o")} AS who, ${DEAL} AS deal,
      jsonb_build_object('kind', a.kind, 'subject', a.subject, 'notes', a.notes, 'outcome', a.outcome) AS told
    FROM activity a JOIN "user" o ON o.id = a.owner_id LEFT JOIN subject_deal d ON d.id = a.deal_id
    WHERE ${kind === "deal" ? Prisma.sql`a.deal_id` : Prisma.sql`a.customer_id`} = ${id}::uuid AND a.status = 'done'
    ORDER BY a.day DESC, at DESC NULLS FIRST LIMIT ${limit}`,
  change: (_, limit) => Prisma.sql`
    SELECT h.id, h.changed_on AS day, h.created_at AS at, ${referenceSql("b")} AS who, ${DEAL} AS deal,
      jsonb_build_object('after', h.state, 'before', h.before) AS told
    FROM (SELECT s.*, lag(s.state) OVER (PARTITION BY s.deal_id ORDER BY s.changed_on, s.id) AS before
      FROM (SELECT h.id, h.deal_id, h.changed_on, h.created_at, h.changed_by_id, jsonb_build_object(
          'stage', jsonb_build_object('name', g.name, 'nameEn', g.name_en, 'kind', g.kind),
          'amount', h.expected_base_amount::float8, 'expectedClose', h.expected_close_on,
          'owner', ${nameOf("o")}, 'unit', ${nameOf("u")}) AS state
        FROM deal_history h JOIN subject_deal d ON d.id = h.deal_id JOIN pipeline_stage g ON g.id = h.stage_id
          JOIN "user" o ON o.id = h.owner_id JOIN unit u ON u.id = h.unit_id) s) h
      JOIN subject_deal d ON d.id = h.deal_id LEFT JOIN "user" b ON b.id = h.changed_by_id
    WHERE h.state IS DISTINCT FROM h.before ORDER BY h.changed_on DESC, h.id DESC LIMIT ${limit}`,
  feedback: ({ kind, id }, limit) => Prisma.sql`
    SELECT f.id, f.given_on AS day, f.received_at AS at, ${referenceSql("o")} AS who, ${DEAL} AS deal,
      jsonb_build_object('kind', f.kind, 'score', f.score, 'text', f.text) AS told
    FROM feedback f JOIN "user" o ON o.id = f.owner_id LEFT JOIN subject_deal d ON d.id = f.deal_id
    WHERE ${kind === "deal" ? Prisma.sql`f.deal_id` : Prisma.sql`f.customer_id`} = ${id}::uuid
    ORDER BY f.given_on DESC, f.id DESC LIMIT ${limit}`,
  comment: ({ kind, id }, limit) => Prisma.sql`
    SELECT c.id, ${dayOf(Prisma.sql`c.created_at`)} AS day, c.created_at AS at, ${referenceSql("o")} AS who, ${DEAL} AS deal,
      jsonb_build_object('body', left(c.body, 300)) AS told
    FROM comment c JOIN "user" o ON o.id = c.author_id
      LEFT JOIN subject_deal d ON c.subject_kind = 'deal' AND d.id = c.subject_id
    WHERE (c.subject_kind = ${kind} AND c.subject_id = ${id}::uuid) OR (c.subject_kind = 'deal' AND c.subject_id IN (SELECT id FROM subject_deal))
    ORDER BY c.created_at DESC, c.id DESC LIMIT ${limit}`,
  sale: ({ kind, id }, limit) => Prisma.sql`
    SELECT (array_agg(s.id ORDER BY s.id))[1] AS id, s.sold_on AS day, NULL::timestamptz AS at,
      (array_agg(${referenceSql("o")} ORDER BY s.id))[1] AS who, (array_agg(${DEAL} ORDER BY s.id))[1] AS deal,
      jsonb_build_object('orderNo', s.order_no, 'amount', sum(s.base_amount)::float8, 'lines', count(*)) AS told
    FROM sale s LEFT JOIN "user" o ON o.id = s.owner_id LEFT JOIN subject_deal d ON d.id = s.deal_id
    WHERE ${kind === "deal" ? Prisma.sql`s.deal_id` : Prisma.sql`s.customer_id`} = ${id}::uuid
    GROUP BY s.order_no, s.sold_on ORDER BY s.sold_on DESC, s.order_no LIMIT ${limit}`,
  handOver: (_, limit) => Prisma.sql`
    SELECT h.id, ${dayOf(Prisma.sql`x.at`)} AS day, x.at, ${referenceSql("o")} AS who, ${DEAL} AS deal,
      jsonb_build_object('step', x.step, 'to', ${nameOf("t")}, 'unit', ${nameOf("u")},
        'note', CASE WHEN x.step = 'asked' THEN h.note ELSE h.answer END) AS told
    FROM deal_hand_over h JOIN subject_deal d ON d.id = h.deal_id JOIN unit u ON u.id = h.to_unit_id
      LEFT JOIN "user" t ON t.id = h.to_id
      CROSS JOIN LATERAL (VALUES ('asked', h.created_at, h.from_id), (h.status::text, h.decided_at, h.decided_by_id)) AS x (step, at, who)
      LEFT JOIN "user" o ON o.id = x.who
    WHERE x.at IS NOT NULL AND x.step <> 'open' ORDER BY x.at DESC LIMIT ${limit}`,
};

/**
 * What happened with a deal, or with a customer and its deals, the latest first: at most `limit`, of one
 * kind or of all, as far as the reader sees it.
 */
export async function timelineEvents(
  tx: Tx,
  subject: Subject,
  kinds: readonly EventKind[],
  limit: number,
): Promise<TimelineEvent[]> {
  const branches = kinds.map(
    (kind, rank) =>
      Prisma.sql`(SELECT ${kind} AS kind, ${rank}::int AS rank, e.* FROM (${SOURCES[kind](subject, limit)}) e)`,
  );
  const rows = await tx.$queryRaw`
    WITH subject_deal AS MATERIALIZED (${deals(subject)}), e AS (${Prisma.join(branches, " UNION ALL ")})
    SELECT kind, id::text, day::text, who, deal, told FROM e
    ORDER BY e.day DESC, e.at DESC NULLS FIRST, e.rank DESC, e.id DESC LIMIT ${limit}`;
  return z.array(event).parse(rows) as TimelineEvent[];
}
