import type { Tx } from "@/lib/platform/db/access";
import { namesOf } from "@/lib/platform/db/named";
import { seesEveryUnit } from "@/lib/platform/db/sees-every-unit";
import { type UnitChoice, unitChoices } from "@/lib/platform/db/unit-choices";
import type { Scope } from "@/lib/platform/scope";
import { businessContext } from "@/lib/settings/data/business-context";
import { idsIn } from "@/lib/shared/list-filters";
import type { Named } from "@/lib/shared/named";

/** What every list needs besides its rows and totals. */
export type ListContext = {
  currency: string;
  /** Decimals of the base currency. */
  digits: number;
  /** Names of the records the filters refer to. */
  names: ReadonlyMap<string, Named>;
  /** The units the reader may filter by; none for reps. */
  units: readonly UnitChoice[];
  /** The reader sees every record: an admin, or who leads all units. */
  whole: boolean;
};

/** Memory for each step of a list's queries, so that broad filters sort and join without files. */
const WORK_MEM = "32MB";

/** Reads it in the list's own snapshot. */
export async function listContext(
  tx: Tx,
  scope: Scope,
  params: Record<string, unknown>,
): Promise<ListContext> {
  await tx.$queryRaw`SELECT set_config('work_mem', ${WORK_MEM}, true)`;
  const { organisation, digits } = await businessContext(tx);
  return {
    currency: organisation.baseCurrency,
    digits,
    names: await namesOf(tx, idsIn(params)),
    units: await unitChoices(tx, scope),
    whole: await seesEveryUnit(tx),
  };
}
