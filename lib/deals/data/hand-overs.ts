import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay, named, reference, referenceSql } from "@/lib/platform/db/named";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import type { HandOverRequest, OpenHandOver } from "../domain/hand-over";

const open: z.ZodType<OpenHandOver> = z.object({
  id: z.string(),
  from: reference,
  to: reference.nullable(),
  unit: reference,
  dueOn: businessDay,
  note: z.string().nullable(),
});

/** The request to take the deal over that waits for an answer; null where there is none. */
export async function openHandOver(tx: Tx, dealId: string): Promise<OpenHandOver | null> {
  const rows = await tx.$queryRaw`
    SELECT h.id::text, ${referenceSql("f")} AS from, ${referenceSql("t")} AS to, ${referenceSql("u")} AS unit,
      h.due_on::text AS "dueOn", h.note
    FROM deal_hand_over h JOIN "user" f ON f.id = h.from_id LEFT JOIN "user" t ON t.id = h.to_id JOIN unit u ON u.id = h.to_unit_id
    WHERE h.deal_id = ${dealId}::uuid AND h.status = 'open' ORDER BY h.id LIMIT 1`;
  return z.array(open).parse(rows)[0] ?? null;
}

const request: z.ZodType<HandOverRequest> = z.object({
  id: z.string(),
  dealId: z.string(),
  title: z.string(),
  customer: named.nullable(),
  stage: named,
  expectedBaseAmount: z.number().nullable(),
  from: reference,
  toMe: z.boolean(),
  dueOn: businessDay,
  note: z.string().nullable(),
});

/** The requests that wait for the reader, the earliest due first; at most 100. */
export async function requestsToMe(tx: Tx): Promise<HandOverRequest[]> {
  const rows = await tx.$queryRaw`
    SELECT r.id::text, r.deal_id::text AS "dealId", r.title,
      CASE WHEN r.customer IS NOT NULL THEN jsonb_build_object('name', r.customer, 'nameEn', r.customer_en) END AS customer,
      jsonb_build_object('name', r.stage, 'nameEn', r.stage_en) AS stage, r.expected_base_amount::float8 AS "expectedBaseAmount",
      ${referenceSql("f")} AS from, r.to_id IS NOT NULL AS "toMe", r.due_on::text AS "dueOn", r.note
    FROM app_requests_to_me() r JOIN "user" f ON f.id = r.from_id ORDER BY r.due_on, r.id`;
  return z.array(request).parse(rows);
}

type NewHandOver = {
  dealId: string;
  fromId: string;
  toId: string | null;
  toUnitId: string;
  dueOn: BusinessDate;
  note: string | null;
};

/** Asks somebody to take over a deal that is locked; one request at a time. @throws AppError handOverOpen */
export async function insertHandOver(tx: Tx, { dueOn, ...asked }: NewHandOver): Promise<string> {
  if (await openHandOver(tx, asked.dealId)) throw new AppError("handOverOpen");
  const { id } = await tx.dealHandOver.create({
    data: { ...asked, dueOn: toUtcMidnight(dueOn) },
    select: { id: true },
  });
  return id;
}

/** Takes a request back. @throws AppError handOverClosed */
export async function withdrawHandOver(tx: Tx, id: string, userId: string): Promise<void> {
  const { count } = await tx.dealHandOver.updateMany({
    where: { id, status: "open" },
    data: { status: "withdrawn", decidedById: userId, decidedAt: new Date() },
  });
  if (count === 0) throw new AppError("handOverClosed");
}

/** What the database may have against an answer. */
const PROBLEMS = ["handOverClosed", "handOverToUnit"];

/**
 * Accepts or declines a request; who accepts first has the deal, in the stage it is.
 * @throws NotFoundError, AppError handOverClosed, handOverToUnit
 */
export async function answerHandOver(
  tx: Tx,
  { id, accept, words }: { id: string; accept: boolean; words: string | null },
): Promise<{ dealId: string; fromId: string }> {
  const rows = await tx.$queryRaw<{ problem: string | null }[]>`
    SELECT app_answer_hand_over(${id}::uuid, ${accept}, ${words}) AS problem`;
  const problem = rows[0]?.problem;
  if (problem === "notFound") throw new NotFoundError();
  if (problem) throw new AppError(PROBLEMS.find((code) => code === problem) ?? "unexpected");
  return tx.dealHandOver.findUniqueOrThrow({
    where: { id },
    select: { dealId: true, fromId: true },
  });
}
