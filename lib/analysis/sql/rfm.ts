import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { RfmCuts, RfmScores } from "../domain/rfm";
import { type CustomerQuestion, customerFacts } from "./customer-facts";

/** How many cuts a measure of `c` lies above, as `rfmScores` counts them. */
const above = (measure: "recency" | "frequency" | "monetary") => {
  const name = Prisma.raw(measure);
  return Prisma.sql`(SELECT count(*)::int FROM unnest(q.${name}) cut WHERE cut < c.${name}::float8)`;
};

/** The relation `s`: each customer of `c` with its scores. */
const SCORED = Prisma.sql`s AS (SELECT c.*, 5 - ${above("recency")} AS r, 1 + ${above("frequency")} AS f,
  1 + ${above("monetary")} AS m FROM c CROSS JOIN q)`;

const cuts = z.array(z.number());
const group = z.object({
  r: z.number(),
  f: z.number(),
  m: z.number(),
  customers: z.number(),
  orders: z.number(),
  revenue: z.number(),
});
export type RfmGroup = z.infer<typeof group>;

const overview = z.object({
  recency: cuts.nullable(),
  frequency: cuts.nullable(),
  monetary: cuts.nullable(),
  groups: z.array(group),
});

/** The cuts, and the customers of each combination of scores: at most 125 groups. */
export async function rfmGroups(
  tx: Tx,
  question: CustomerQuestion,
): Promise<{ cuts: RfmCuts; groups: RfmGroup[] }> {
  const rows = await tx.$queryRaw`WITH ${customerFacts(question)}, ${SCORED},
      g AS (SELECT r, f, m, count(*)::int AS customers, sum(frequency)::int AS orders, sum(monetary)::float8 AS revenue
        FROM s GROUP BY 1, 2, 3)
    SELECT q.recency, q.frequency, q.monetary, coalesce((SELECT json_agg(g) FROM g), '[]') AS groups FROM q`;
  const [row] = z.array(overview).parse(rows);
  const { groups = [], recency, frequency, monetary } = row ?? {};
  const found = { recency: recency ?? [], frequency: frequency ?? [], monetary: monetary ?? [] };
  return { cuts: found, groups };
}

const customer = z.object({
  id: z.string(),
  name: z.string(),
  nameEn: z.string().nullable(),
  recency: z.number(),
  frequency: z.number(),
  monetary: z.number(),
  r: z.number(),
  f: z.number(),
  m: z.number(),
});
export type RfmCustomer = z.infer<typeof customer>;

type Window = { limit: number; offset: number };

/** The customers with one of the combinations of scores, of all where none is named; most revenue first. */
export async function rfmCustomers(
  tx: Tx,
  question: CustomerQuestion,
  scores: readonly RfmScores[] | undefined,
  { limit, offset }: Window,
): Promise<RfmCustomer[]> {
  const codes = scores?.map(({ r, f, m }) => r * 100 + f * 10 + m);
  const chosen = codes ? Prisma.sql`s.r * 100 + s.f * 10 + s.m = ANY(${codes}::int[])` : ALL;
  const rows = await tx.$queryRaw`WITH ${customerFacts(question)}, ${SCORED},
      p AS (SELECT * FROM s WHERE ${chosen} ORDER BY monetary DESC, customer_id LIMIT ${limit}::int OFFSET ${offset}::int)
    SELECT k.id::text, k.name, k.name_en AS "nameEn", p.recency, p.frequency::int, p.monetary::float8, p.r, p.f, p.m
    FROM p JOIN customer k ON k.id = p.customer_id ORDER BY p.monetary DESC, k.id`;
  return z.array(customer).parse(rows);
}

const ALL = Prisma.sql`true`;
