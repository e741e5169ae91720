import "server-only";
import { unitsBelow } from "@/lib/people/data/units-below";
import type { Tx } from "@/lib/platform/db/access";
import { businessContext } from "@/lib/settings/data/business-context";
import { addDays, type BusinessDate } from "@/lib/shared/business-date";
import { lookAt } from "../domain/look";
import type { LookStep } from "../domain/look-step";
import { companyFigures, type Field } from "./company-figures";
import { unitsBehind, weakData } from "./ruled";
import type { Look } from "./save-findings";

/**
 * Reads the figures of a unit with all below it and runs every rule. `asOf` is the last day it may
 * know, today where left out; what records lack is judged of today only.
 */
export async function lookForFindings(
  tx: Tx,
  root: string,
  tell: (step: LookStep) => void = () => {},
  asOf?: BusinessDate,
): Promise<Omit<Look, "requestedById">> {
  const started = performance.now();
  const context = await businessContext(tx);
  const day = asOf ?? context.today;
  const units = [...(await unitsBelow(tx, root, { from: day, to: addDays(day, 1) }))];
  const field: Field = { root, units, asOf: day, context };
  const { tests, found } = lookAt(await companyFigures(tx, field, tell));
  tell("targets");
  const behind = await unitsBehind(tx, field);
  tell("data");
  const weak = day === context.today ? await weakData(tx, field) : [];
  const milliseconds = Math.round(performance.now() - started);
  return { root, asOf: day, tests, found: [...found, ...behind, ...weak], milliseconds };
}

/** The tops of the tree: where a look over everything begins. */
export async function topUnits(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT u.id::text FROM unit u WHERE u.active AND NOT EXISTS (SELECT FROM unit_edge e
      WHERE e.unit_id = u.id AND business_today() >= e.valid_from AND business_today() < e.valid_to) ORDER BY u.name LIMIT 20`;
  return rows.map(({ id }) => id);
}

/** Those of the units that lie below none of the others. */
export async function topmostOf(tx: Tx, units: readonly string[]): Promise<string[]> {
  const ids = [...units];
  const within = await tx.unitAncestor.findMany({
    where: { unitId: { in: ids }, ancestorId: { in: ids } },
    select: { unitId: true, ancestorId: true },
  });
  const below = new Set(within.filter((a) => a.unitId !== a.ancestorId).map((a) => a.unitId));
  return ids.filter((id) => !below.has(id));
}
