import type { Tx } from "@/lib/platform/db/access";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { ImportKind } from "../domain/import-kinds";
import type { Alias, AliasProposal } from "../domain/report";
import { accepted, type Counted, countRecords, forgetTouched } from "./apply-records";
import { saveAliases } from "./batches";
import { adoptBySku, applyCustomers, applyProducts, refuseOwnParent } from "./catalog";
import { applyDeals, completeDeals } from "./deals";
import { findRecords, settleIds } from "./identities";
import { refuseOrphans, resolveReferences } from "./references";
import { adoptByEmail, applyReps, refuseSecondManager } from "./reps";
import { type RunContext, settleCurrency } from "./run-context";
import { applySales, bookWonDeals, completeSales } from "./sales";
import type { Stage } from "./stage";
import { adoptEmptyRoot, applyUnits } from "./units";

type Step = (tx: Tx, stage: Stage, run: RunContext) => Promise<void>;
type Steps = {
  table: string;
  /** Recognises records that are there without a source. */
  adopt?: Step;
  /** Fills in what follows from references and refuses rows that stay incomplete. */
  complete?: Step;
  apply: Step;
};

const stepsOf: Record<ImportKind, Steps> = {
  units: { table: "unit", adopt: adoptEmptyRoot, complete: refuseOwnParent, apply: applyUnits },
  reps: { table: "user", adopt: adoptByEmail, complete: refuseSecondManager, apply: applyReps },
  products: {
    table: "product",
    adopt: adoptBySku,
    complete: (tx, stage, run) => settleCurrency(tx, stage, run, Prisma.sql`${run.today}::date`),
    apply: applyProducts,
  },
  customers: { table: "customer", complete: refuseOwnParent, apply: applyCustomers },
  deals: { table: "deal", complete: completeDeals, apply: applyDeals },
  sales: { table: "sale", complete: completeSales, apply: applySales },
};

export type StageOutcome = {
  counted: Counted;
  repeated: number;
  proposals: AliasProposal[];
  aliases: Alias[];
  booked: (Counted & { removed: number }) | null;
};

/** Brings the rows of one entry into the tables: ids, references, completion, comparison, writing. */
export async function applyStage(
  tx: Tx,
  stage: Stage,
  run: RunContext,
  acceptAll: boolean,
  userId: string | null,
): Promise<StageOutcome> {
  const steps = stepsOf[stage.entry.kind];
  const repeated = await settleIds(tx, stage);
  await findRecords(tx, stage, steps.table, run.source);
  await steps.adopt?.(tx, stage, run);
  const { proposals, aliases } = await settleReferences(tx, stage, run, acceptAll, userId);
  await steps.complete?.(tx, stage, run);
  await refuseOrphans(tx, stage, "parent");
  await tx.$executeRaw`ANALYZE ${stage.table}`;
  await forgetTouched(tx);
  await steps.apply(tx, stage, run);
  const counted = await countRecords(tx, accepted(stage));
  const booked = stage.entry.bookSales ? await bookWonDeals(tx, stage, run) : null;
  return { counted, repeated, proposals, aliases, booked };
}

/** Resolves references; with `acceptAll` clear proposals are confirmed and the rest tried again. */
async function settleReferences(
  tx: Tx,
  stage: Stage,
  run: RunContext,
  acceptAll: boolean,
  userId: string | null,
): Promise<{ proposals: AliasProposal[]; aliases: Alias[] }> {
  const aliases: Alias[] = [];
  for (;;) {
    const proposals = await resolveReferences(tx, stage, run.source);
    const clear = proposals.filter(
      (proposal) => acceptAll && proposal.clear && !isKnown(aliases, proposal),
    );
    if (clear.length === 0) return { proposals, aliases };
    aliases.push(...clear.map(({ kind, value, target }) => ({ kind, value, target })));
    await saveAliases(tx, run.source, clear, userId);
    await tx.$executeRaw`UPDATE ${stage.table} SET reason = NULL WHERE reason = 'reference'`;
  }
}

function isKnown(aliases: readonly Alias[], { kind, value }: Alias): boolean {
  return aliases.some(
    (alias) => alias.kind === kind && alias.value.toLowerCase() === value.toLowerCase(),
  );
}
