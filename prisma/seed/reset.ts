import type { Tx } from "@/lib/platform/db/access";

/** True when nobody has set up an organisation and there are no people, units, deals or sales. */
export async function isEmptyDatabase(tx: Tx): Promise<boolean> {
  const found = await Promise.all([
    tx.organisation.findFirst({ select: { id: true } }),
    tx.user.findFirst({ select: { id: true } }),
    tx.unit.findFirst({ select: { id: true } }),
    tx.deal.findFirst({ select: { id: true } }),
    tx.sale.findFirst({ select: { id: true } }),
  ]);
  return found.every((row) => row === null);
}

/** Deletes a demo company; the audit log stays. Throws where the organisation is a real one. */
export async function clearDatabase(tx: Tx): Promise<void> {
  if (await isEmptyDatabase(tx)) return;
  const organisation = await tx.organisation.findFirst({ select: { demo: true } });
  if (!organisation?.demo) throw new Error("This is not a demo company; nothing was deleted.");
  await tx.savedView.deleteMany();
  await tx.attachment.deleteMany();
  await tx.storedFile.deleteMany();
  await tx.comment.deleteMany();
  await tx.finding.deleteMany();
  await tx.findingRun.deleteMany();
  await tx.feedback.deleteMany();
  await tx.feedbackTheme.deleteMany();
  await tx.formQuota.deleteMany();
  await tx.marketNote.deleteMany();
  await tx.feedbackLink.deleteMany();
  await tx.activity.deleteMany();
  await tx.sale.deleteMany();
  await tx.$queryRaw`SELECT fold_sale_rollup('-infinity', 'infinity')::text`;
  await tx.buyingProfile.deleteMany();
  await tx.deal.deleteMany();
  await tx.target.deleteMany();
  await tx.customerMerge.deleteMany();
  await tx.customer.updateMany({ data: { mergedIntoId: null } });
  await tx.customer.deleteMany();
  await tx.customerSegment.deleteMany();
  await tx.product.deleteMany();
  await tx.productCategory.deleteMany();
  await tx.assignment.deleteMany();
  await tx.user.deleteMany();
  await tx.unitEdge.deleteMany();
  await tx.unit.deleteMany();
  await tx.pipelineStage.deleteMany();
  await tx.lossReason.deleteMany();
  await tx.competitor.deleteMany();
  await tx.calendarDay.deleteMany();
  await tx.exchangeRate.deleteMany();
  await tx.organisation.deleteMany();
}
