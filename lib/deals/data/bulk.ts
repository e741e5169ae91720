import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import type { DealFilter } from "../schema";
import { dealConditions, dealSource } from "../sql/deal-conditions";

/** Ids of the deals a list shows, at most `limit`. */
export async function matchingDeals(tx: Tx, filter: DealFilter, limit: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT d.id::text FROM ${dealSource(filter.openOn)} WHERE ${dealConditions(filter)} ORDER BY d.id LIMIT ${limit}`;
  return rows.map((row) => row.id);
}

type Values = {
  ownerId?: string;
  unitId?: string;
  stageId?: string;
  expectedCloseOn?: BusinessDate;
  probability?: null;
  probabilityReason?: null;
};

/** Gives all these deals, which are locked, the same values. */
export async function changeAll(tx: Tx, ids: readonly string[], values: Values): Promise<void> {
  const { expectedCloseOn, ...others } = values;
  await tx.deal.updateMany({
    where: { id: { in: [...ids] } },
    data: {
      ...others,
      ...(expectedCloseOn ? { expectedCloseOn: toUtcMidnight(expectedCloseOn) } : {}),
      version: { increment: 1 },
    },
  });
}

type Before = {
  id: string;
  version: number;
  ownerId: string;
  unitId: string;
  stageId: string;
  expectedCloseOn: BusinessDate | null;
};

/** Puts open deals back to what they were, where they are still at the version given; how many that were. */
export function restoreAll(tx: Tx, items: readonly Before[]): Promise<number> {
  return tx.$executeRaw`
    UPDATE deal d SET owner_id = o."ownerId", unit_id = o."unitId", stage_id = o."stageId",
      expected_close_on = o."expectedCloseOn", version = d.version + 1, updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(items)}::jsonb)
      AS o (id uuid, version int, "ownerId" uuid, "unitId" uuid, "stageId" uuid, "expectedCloseOn" date)
    JOIN pipeline_stage st ON st.id = o."stageId" AND st.kind = 'open'
    WHERE d.id = o.id AND d.version = o.version AND d.closed_on IS NULL`;
}
