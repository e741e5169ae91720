import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { isId } from "@/lib/shared/list-params";
import type { Customer } from "../domain/customer";
import { customerFigures } from "./customer-figures";

const customer: z.ZodType<Customer> = z.object({
  id: z.string(),
  version: z.number(),
  name: z.string(),
  nameEn: z.string().nullable(),
  segment: reference.nullable(),
  active: z.boolean(),
  sector: z.string().nullable(),
  location: z.string().nullable(),
  employees: z.number().nullable(),
  annualRevenue: z.number().nullable(),
  foundedYear: z.number().nullable(),
  parent: reference.nullable(),
  owner: reference.nullable(),
  unit: reference.nullable(),
  openDeals: z.number(),
  openAmount: z.number().nullable(),
  wonDeals: z.number(),
  lostDeals: z.number(),
  revenue: z.number().nullable(),
  units: z.number().nullable(),
  orders: z.number(),
  firstSaleOn: businessDay.nullable(),
  lastSaleOn: businessDay.nullable(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
});

/** One customer; undefined where it does not exist or may not be seen. */
export async function findCustomer(tx: Tx, id: string): Promise<Customer | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.$queryRaw`
    SELECT c.id::text, c.version, c.name, c.name_en AS "nameEn", c.active, c.sector, c.location, c.employees,
      c.annual_revenue::float8 AS "annualRevenue", c.founded_year AS "foundedYear",
      ${referenceSql("g")} AS segment, ${referenceSql("m")} AS parent, ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
      df.deals AS "openDeals", df.amount::float8 AS "openAmount",
      deals.won AS "wonDeals", deals.lost AS "lostDeals", sf.revenue::float8 AS revenue,
      (SELECT sum(s.quantity)::float8 FROM sale s WHERE s.customer_id = c.id) AS units, sf.orders,
      f.sold_on::text AS "firstSaleOn", sf.last_on::text AS "lastSaleOn", c.source, c.external_id AS "externalId"
    FROM customer c LEFT JOIN customer m ON m.id = c.parent_id
      LEFT JOIN "user" o ON o.id = c.owner_id LEFT JOIN unit u ON u.id = c.unit_id
      LEFT JOIN customer_segment g ON g.id = c.segment_id
      ${customerFigures({})}
      CROSS JOIN LATERAL (SELECT (count(*) FILTER (WHERE st.kind = 'won'))::int AS won,
        (count(*) FILTER (WHERE st.kind = 'lost'))::int AS lost
        FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id WHERE d.customer_id = c.id) deals
    WHERE c.id = ${id}::uuid`;
  return z.array(customer).parse(rows)[0];
}

/** The sectors customers are in, in their order; at most 100. Skips from one to the next in the index. */
export async function sectorChoices(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw`
    WITH RECURSIVE found AS (
      (SELECT sector FROM customer WHERE sector IS NOT NULL ORDER BY sector LIMIT 1)
      UNION ALL
      SELECT (SELECT c.sector FROM customer c WHERE c.sector > found.sector ORDER BY c.sector LIMIT 1)
      FROM found WHERE found.sector IS NOT NULL)
    SELECT sector FROM found WHERE sector IS NOT NULL LIMIT 100`;
  return z
    .array(z.object({ sector: z.string() }))
    .parse(rows)
    .map(({ sector }) => sector);
}
