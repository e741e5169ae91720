import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay, reference, referenceSql } from "@/lib/platform/db/named";
import { isId } from "@/lib/shared/list-params";
import type { BookedSale, Deal, DealLine } from "../domain/deal";

const deal: z.ZodType<Deal> = z.object({
  id: z.string(),
  title: z.string(),
  version: z.number(),
  kind: z.enum(["open", "won", "lost"]),
  stage: reference,
  customer: reference.nullable(),
  sector: z.string().nullable(),
  owner: reference,
  unit: reference,
  createdOn: businessDay.nullable(),
  engagedOn: businessDay.nullable(),
  expectedCloseOn: businessDay.nullable(),
  closedOn: businessDay.nullable(),
  currency: z.string(),
  rate: z.number(),
  expectedAmount: z.number().nullable(),
  expectedEstimated: z.boolean(),
  expectedBaseAmount: z.number().nullable(),
  bookedAmount: z.number().nullable(),
  bookedBaseAmount: z.number().nullable(),
  probability: z.number().nullable(),
  probabilityReason: z.string().nullable(),
  stageProbability: z.number(),
  isShared: z.boolean(),
  lossReason: reference.nullable(),
  competitor: reference.nullable(),
  nextStep: z.string().nullable(),
  nextStepOn: businessDay.nullable(),
  source: z.string().nullable(),
  externalId: z.string().nullable(),
});

/** One deal; undefined where it does not exist or may not be seen. */
export async function findDeal(tx: Tx, id: string): Promise<Deal | undefined> {
  if (!isId(id)) return undefined;
  const rows = await tx.$queryRaw`
    SELECT d.id::text, d.title, d.version, st.kind::text, ${referenceSql("st")} AS stage,
      ${referenceSql("c")} AS customer, c.sector, ${referenceSql("o")} AS owner, ${referenceSql("u")} AS unit,
      d.created_on::text AS "createdOn", d.engaged_on::text AS "engagedOn",
      d.expected_close_on::text AS "expectedCloseOn", d.closed_on::text AS "closedOn",
      d.currency, d.rate::float8, d.expected_amount::float8 AS "expectedAmount",
      d.expected_estimated AS "expectedEstimated", d.expected_base_amount::float8 AS "expectedBaseAmount",
      d.booked_amount::float8 AS "bookedAmount", d.booked_base_amount::float8 AS "bookedBaseAmount",
      d.probability::float8, d.probability_reason AS "probabilityReason", d.is_shared AS "isShared", st.probability::float8 AS "stageProbability",
      ${referenceSql("r")} AS "lossReason", ${referenceSql("k")} AS competitor,
      d.next_step AS "nextStep", d.next_step_on::text AS "nextStepOn", d.source, d.external_id AS "externalId"
    FROM deal d JOIN pipeline_stage st ON st.id = d.stage_id LEFT JOIN customer c ON c.id = d.customer_id
      JOIN "user" o ON o.id = d.owner_id JOIN unit u ON u.id = d.unit_id
      LEFT JOIN loss_reason r ON r.id = d.loss_reason_id LEFT JOIN competitor k ON k.id = d.competitor_id
    WHERE d.id = ${id}::uuid`;
  return z.array(deal).parse(rows)[0];
}

const line: z.ZodType<DealLine> = z.object({
  id: z.string(),
  product: reference,
  quantity: z.number(),
  amount: z.number().nullable(),
});

/** What the deal is about, line by line. */
export async function dealLines(tx: Tx, dealId: string): Promise<DealLine[]> {
  const rows = await tx.$queryRaw`
    SELECT l.id::text, ${referenceSql("p")} AS product, l.quantity::float8, l.amount::float8
    FROM deal_line l JOIN product p ON p.id = l.product_id WHERE l.deal_id = ${dealId}::uuid ORDER BY l.id`;
  return z.array(line).parse(rows);
}

const bookedSale: z.ZodType<BookedSale> = z.object({
  id: z.string(),
  soldOn: businessDay,
  orderNo: z.string(),
  product: reference.nullable(),
  quantity: z.number(),
  baseAmount: z.number(),
});

/** The latest 100 sales booked for the deal. */
export async function salesOfDeal(tx: Tx, dealId: string): Promise<BookedSale[]> {
  const rows = await tx.$queryRaw`
    SELECT s.id::text, s.sold_on::text AS "soldOn", s.order_no AS "orderNo", ${referenceSql("p")} AS product,
      s.quantity::float8, s.base_amount::float8 AS "baseAmount"
    FROM sale s LEFT JOIN product p ON p.id = s.product_id
    WHERE s.deal_id = ${dealId}::uuid ORDER BY s.sold_on DESC, s.id DESC LIMIT 100`;
  return z.array(bookedSale).parse(rows);
}
