import "server-only";
import { notify } from "@/lib/discussion/data/notify";
import type { Tx } from "@/lib/platform/db/access";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";

const MOST = 100;
const PERSON = { select: { id: true, name: true, nameEn: true } } as const;

/** Questions about customers that the person answers for, open ones first. */
export async function requestsToAnswer(tx: Tx, scope: Scope) {
  const all = scope.role === "admin";
  const mine: Prisma.CustomerWhereInput = all
    ? {}
    : { OR: [{ ownerId: scope.userId }, { unitId: { in: [...scope.unitIds] } }] };
  return tx.customerRequest.findMany({
    where: { customer: mine, askedById: { not: scope.userId } },
    include: { customer: PERSON, askedBy: PERSON, answeredBy: PERSON },
    orderBy: [{ answeredAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: MOST,
  });
}

/** Questions the person asked; nothing of the customers themselves. */
export function ownRequests(tx: Tx, scope: Scope) {
  return tx.customerRequest.findMany({
    where: { askedById: scope.userId },
    select: {
      ...{ id: true, typedName: true, note: true, answer: true, answeredAt: true },
      createdAt: true,
      answeredBy: PERSON,
    },
    orderBy: { createdAt: "desc" },
    take: MOST,
  });
}

/** How many questions wait for the person's answer, counted to 100. */
export async function countOpenRequests(tx: Tx, scope: Scope): Promise<number> {
  const rows = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM customer_request r JOIN customer c ON c.id = r.customer_id
      WHERE r.answered_at IS NULL AND r.asked_by_id <> ${scope.userId}::uuid
        AND (${scope.role === "admin"} OR c.owner_id = ${scope.userId}::uuid OR c.unit_id = ANY (${scope.unitIds}::uuid[]))
      LIMIT 100) open`;
  return rows[0]?.count ?? 0;
}

/**
 * Answers a question once: whoever comes second is told so.
 * @throws NotFoundError, AppError requestAnswered
 */
export async function answerRequest(
  tx: Tx,
  scope: Scope,
  id: string,
  answer: string,
): Promise<void> {
  const saved = await tx.customerRequest.updateMany({
    where: { id, answeredAt: null, askedById: { not: scope.userId } },
    data: {
      ...{ answer, answeredById: scope.userId, answeredAt: new Date() },
      version: { increment: 1 },
    },
  });
  if (saved.count === 1) return tellAsker(tx, id, answer);
  const known = await tx.customerRequest.findUnique({ where: { id }, select: { id: true } });
  throw known ? new AppError("requestAnswered") : new NotFoundError();
}

/** The asker reads the answer, though they may not see the customer. */
async function tellAsker(tx: Tx, id: string, answer: string): Promise<void> {
  const { customerId, askedById } = await tx.customerRequest.findUniqueOrThrow({
    where: { id },
    select: { customerId: true, askedById: true },
  });
  const details = { path: "/customers/requests", words: answer.slice(0, 300) };
  const record = { kind: "customer", id: customerId } as const;
  await notify(tx, { kind: "duplicateAnswered", record, details }, [askedById], { unseen: true });
}
