import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import { accepted, applyRecords } from "./apply-records";
import { mapped, mappedColumns, sourceColumns } from "./columns";
import { applyMemberships } from "./memberships";
import type { RunContext } from "./run-context";
import { given, type Stage } from "./stage";

/**
 * A company without a parent takes the place of the one empty company that was there before any
 * import (made on the first-run page): the tree keeps one root. Units in use are left alone.
 */
export async function adoptEmptyRoot(tx: Tx, stage: Stage): Promise<void> {
  if (stage.fields.includes("parent")) return;
  await tx.$executeRaw`UPDATE ${stage.table} s SET id = root.id, existed = true
    FROM (
      SELECT u.id, count(*) OVER () AS roots FROM unit u WHERE u.source IS NULL AND u.type = 'company'
        AND NOT EXISTS (SELECT FROM unit_edge e WHERE e.unit_id = u.id OR e.parent_id = u.id)
        AND NOT EXISTS (SELECT FROM deal d WHERE d.unit_id = u.id)
        AND NOT EXISTS (SELECT FROM sale d WHERE d.unit_id = u.id)
    ) root
    WHERE root.roots = 1 AND NOT s.existed AND ${given("type")} = 'company'
      AND (SELECT count(*) FROM ${stage.table} WHERE reason IS NULL) = 1`;
}

/** Writes units and where they hang in the tree. */
export async function applyUnits(tx: Tx, stage: Stage, run: RunContext): Promise<void> {
  const columns = [
    ...mappedColumns(stage, [
      { field: "name", name: "name", type: "text" },
      { field: "nameEn", name: "name_en", type: "text" },
      { field: "type", name: "type", type: "unit_type" },
    ]),
    ...sourceColumns(run.source),
  ];
  await applyRecords(tx, { table: "unit", columns, rows: accepted(stage) }, run.batch);
  if (!stage.fields.includes("parent")) return;
  const starts = mapped(stage, "validFrom", Prisma.sql`NULL`);
  await applyMemberships(
    tx,
    {
      table: "unit_edge",
      owner: "unit_id",
      target: "parent_id",
      rows: Prisma.sql`(SELECT s.id, s."r_parent" AS target, (${starts})::date AS starts
        FROM ${accepted(stage)} s WHERE s."r_parent" IS NOT NULL)`,
      conflict: Prisma.sql`b.unit_id = w.id`,
    },
    run.validFrom,
    run.batch,
  );
}
