import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { businessDay } from "@/lib/platform/db/named";
import { NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { removing } from "@/lib/undo/data";

type Link = { findingId: string; feedbackId: string };

/** Links feedback to a finding it speaks for; twice is once. Both must be visible. @throws NotFoundError */
export async function linkFeedback(tx: Tx, scope: Scope, link: Link): Promise<void> {
  const finding = await tx.finding.findUnique({
    where: { id: link.findingId },
    select: { id: true },
  });
  const feedback = await tx.feedback.findUnique({
    where: { id: link.feedbackId },
    select: { id: true },
  });
  if (!finding || !feedback) throw new NotFoundError();
  const data = [{ ...link, createdById: scope.userId }];
  await tx.findingEvidence.createMany({ data, skipDuplicates: true });
}

/** Takes feedback away from a finding, in a way that can be undone. @throws NotFoundError */
export function unlinkFeedback(tx: Tx, link: Link): Promise<string> {
  return removing(tx, "finding_evidence", () => tx.findingEvidence.deleteMany({ where: link }));
}

const voice = z.object({
  id: z.string(),
  text: z.string().nullable(),
  kind: z.string(),
  givenOn: businessDay,
  linked: z.boolean(),
});
export type Voice = z.infer<typeof voice>;

/**
 * Feedback linked to a finding, and the latest that is not content and speaks of the same product, theme,
 * competitor or store in the year before it was found.
 */
export async function voicesOf(tx: Tx, findingId: string): Promise<Voice[]> {
  const rows = await tx.$queryRaw`
    SELECT f.id::text, f.text, f.kind::text, f.given_on::text AS "givenOn", e.id IS NOT NULL AS linked
    FROM finding n JOIN feedback f ON (f.product_id = n.product_id OR f.competitor_id = n.competitor_id
        OR EXISTS (SELECT FROM feedback_tag t WHERE t.feedback_id = f.id AND t.theme_id = n.theme_id)
        OR n.kind = 'unit_low' AND f.unit_id = n.unit_id
        OR EXISTS (SELECT FROM finding_evidence l WHERE l.finding_id = n.id AND l.feedback_id = f.id))
    LEFT JOIN finding_evidence e ON e.finding_id = n.id AND e.feedback_id = f.id
    WHERE n.id = ${findingId}::uuid AND f.text IS NOT NULL AND (e.id IS NOT NULL
      OR f.given_on <= n.found_on AND f.given_on > n.found_on - 365 AND (f.kind IN ('complaint', 'lost_deal', 'suggestion')
        OR f.score <= CASE f.kind WHEN 'nps' THEN 6 WHEN 'csat' THEN 3 ELSE 4 END))
    ORDER BY linked DESC, f.given_on DESC, f.id LIMIT 12`;
  return z.array(voice).parse(rows);
}

/** The findings that feedback is linked to. */
export async function findingsLinked(tx: Tx, feedbackId: string) {
  const links = await tx.findingEvidence.findMany({
    where: { feedbackId },
    select: { finding: { select: { id: true, title: true, titleEn: true } } },
    take: 50,
  });
  return links.map(({ finding }) => finding);
}
