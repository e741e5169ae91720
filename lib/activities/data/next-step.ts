import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { fromUtcMidnight } from "@/lib/shared/business-date";
import { ownerUnit } from "../sql/named-records";
import { visibleReferences } from "./references";

const SAVED = { id: true } as const;

/** Makes or keeps up the planned follow-up that a done one's next step is. */
export async function keepNextStep(tx: Tx, id: string): Promise<void> {
  const row = await tx.activity.findUnique({ where: { id }, include: { followed: true } });
  if (row?.status !== "done" || row.nextStepOn === null) return;
  const step = { day: row.nextStepOn, subject: row.nextStep };
  if (row.followed) {
    const same = row.followed.day.getTime() === step.day.getTime();
    if (row.followed.status === "done" || (same && row.followed.subject === step.subject)) return;
    await tx.activity.update({
      where: { id: row.followed.id },
      data: { ...step, at: same ? row.followed.at : null, version: { increment: 1 } },
      select: SAVED,
    });
    return;
  }
  const { dealId, customerId, ownerId } = row;
  const unitId = (await ownerUnit(tx, ownerId, fromUtcMidnight(step.day))) ?? row.unitId;
  const seen = await visibleReferences(tx, row);
  await tx.activity.create({
    data: {
      ...{ kind: "call", status: "planned", ...step, followsId: id, ownerId, unitId },
      dealId: seen.deal ? dealId : null,
      customerId: seen.customer ? customerId : null,
    },
    select: SAVED,
  });
}
