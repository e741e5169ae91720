import "server-only";
import { hashSecret, newSecret } from "@/lib/platform/auth/password";
import type { Tx } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import { SCALES } from "../domain/feedback";
import { linkStatus } from "../domain/form-limits";
import type { FormAnswer, NewLinkInput } from "../schema";
import { placeOf } from "./feedback";
import { currentTagger, setTags } from "./themes";

/** Makes a way to the public form; only the hash of its secret is kept. Answers with the secret. */
export async function insertLink(tx: Tx, scope: Scope, input: NewLinkInput): Promise<string> {
  const secret = newSecret();
  const { kind, once, days, dealId } = input;
  await tx.feedbackLink.create({
    data: {
      ...{ kind, once, dealId, createdById: scope.userId, tokenHash: hashSecret(secret) },
      ...(await placeOf(tx, scope, { dealId, customerId: input.customerId, ownerId: null })),
      expiresAt: new Date(Date.now() + days * 86_400_000),
    },
    select: { id: true },
  });
  return secret;
}

/** The latest links of a deal or a customer, whether they work or not. */
export async function listLinks(tx: Tx, about: { dealId?: string; customerId?: string }) {
  const rows = await tx.feedbackLink.findMany({
    where: about,
    orderBy: { id: "desc" },
    take: 20,
    select: {
      ...{ id: true, kind: true, once: true, uses: true },
      ...{ expiresAt: true, revokedAt: true, createdAt: true },
    },
  });
  const now = new Date();
  return rows.map((row) => ({ ...row, status: linkStatus(row, now) }));
}
export type ListedLink = Awaited<ReturnType<typeof listLinks>>[number];

/** Ends a link for good. @throws NotFoundError where there is none the person may end */
export async function revokeLink(tx: Tx, id: string): Promise<void> {
  const { count } = await tx.feedbackLink.updateMany({
    where: { id, revokedAt: null },
    data: { revokedAt: new Date() },
  });
  if (count === 0) throw new NotFoundError();
}

// From here on without a session: the caller has system access and knows only the secret.

const WORKING = { id: true, kind: true, once: true, uses: true, expiresAt: true, revokedAt: true };

/** The link of a secret, while it works; null for unknown, used, expired and revoked ones alike. */
export async function workingLink(tx: Tx, secret: string) {
  const link = await tx.feedbackLink.findUnique({
    where: { tokenHash: hashSecret(secret) },
    select: WORKING,
  });
  return link && linkStatus(link, new Date()) === "open" ? link : null;
}

type Used = {
  id: string;
  kind: "nps" | "csat" | "ces";
  customerId: string | null;
  dealId: string | null;
  ownerId: string;
  unitId: string;
};

/** Counts an answer, if the link still works: of two people with a link for one only one gets through. */
async function takeUse(tx: Tx, secret: string): Promise<Used | null> {
  const rows = await tx.$queryRaw<Used[]>`
    WITH l AS (UPDATE feedback_link SET uses = uses + 1
      WHERE token_hash = ${hashSecret(secret)} AND revoked_at IS NULL AND expires_at > now() AND (NOT once OR uses = 0)
      RETURNING id, kind, customer_id, deal_id, owner_id, unit_id)
    SELECT l.id::text, l.kind::text, l.customer_id::text AS "customerId", l.deal_id::text AS "dealId",
      coalesce(d.owner_id, l.owner_id)::text AS "ownerId", coalesce(d.unit_id, l.unit_id)::text AS "unitId"
    FROM l LEFT JOIN deal d ON d.id = l.deal_id`;
  return rows[0] ?? null;
}

const giveUseBack = (tx: Tx, id: string) =>
  tx.$executeRaw`UPDATE feedback_link SET uses = uses - 1 WHERE id = ${id}::uuid`;

/** Was this very form sent before? A double click and a retry are one answer. */
async function alreadySent(tx: Tx, { token, formKey }: FormAnswer): Promise<boolean> {
  const sent = await tx.feedback.count({
    where: { formKey, link: { tokenHash: hashSecret(token) } },
  });
  return sent > 0;
}

/**
 * Records what was answered, for whoever has the deal now, with the themes its words suggest.
 * @throws AppError formLinkInvalid, scoreRange
 */
export async function insertAnswer(tx: Tx, answer: FormAnswer, today: BusinessDate): Promise<void> {
  const link = await takeUse(tx, answer.token);
  // Taking it waits for whoever took it before, so what they sent is seen from here on.
  if (await alreadySent(tx, answer)) {
    if (link) await giveUseBack(tx, link.id);
    return;
  }
  if (!link) throw new AppError("formLinkInvalid");
  const { id: linkId, ...place } = link;
  const { score, text, contact, formKey } = answer;
  const { min, max } = SCALES[link.kind];
  if (score < min || score > max) throw new AppError("scoreRange");
  const { id } = await tx.feedback.create({
    data: {
      ...place,
      linkId,
      formKey,
      score,
      text,
      contact,
      channel: "form",
      givenOn: toUtcMidnight(today),
    },
    select: { id: true },
  });
  if (text) await setTags(tx, id, (await currentTagger(tx))(text));
}
