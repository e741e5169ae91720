import type { Scope } from "@/lib/platform/scope";
import type { TargetKpi } from "@/lib/targets/domain/target-kpi";
import type { SaveTargets, TargetCellInput } from "@/lib/targets/schema";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";

export const QUARTER = "2021-Q1";
export const Q1 = { from: "2021-01-01", to: "2021-04-01" } as const;

/**
 * The small company, where Mia (manager of East) also sells in E1 and Ada (admin) in W1, so that
 * both have targets of their own that they may not set.
 */
export async function createTargetCompany() {
  const company = await createCompany();
  for (const [person, place] of [
    ["Mia", "E1"],
    ["Ada", "W1"],
  ] as const)
    await query("INSERT INTO assignment (user_id, unit_id, kind) VALUES ($1, $2, 'member')", [
      company.user[person],
      company.unit[place],
    ]);
  const scopes = {} as Record<keyof Company["user"], Scope>;
  for (const [name, id] of Object.entries(company.user))
    scopes[name as keyof Company["user"]] = await scopeFor(id);
  return { ...company, scopes };
}

export function cellInput(over: Partial<TargetCellInput> & { unitId: string }): TargetCellInput {
  return { userId: null, period: 0, version: 0, floor: null, target: 100, stretch: null, ...over };
}

export function saveInput(
  unitId: string,
  cells: TargetCellInput[],
  over: Partial<SaveTargets> & { kpi?: TargetKpi } = {},
): SaveTargets {
  return { kpi: "revenue", quarter: QUARTER, unitId, cells, reason: "", ...over };
}

export type TargetRecord = {
  id: string;
  unit_id: string;
  user_id: string | null;
  period: string;
  target: number | null;
  status: string;
  version: number;
};

/** What really is in the table, past row security; `period` is `from–to`. */
export function allTargets(): Promise<TargetRecord[]> {
  return query<TargetRecord>(`SELECT id, unit_id, user_id, period_from || '–' || period_to AS period,
    target::float8 AS target, status::text, version FROM target ORDER BY period_to - period_from > 31 DESC, period_from, id`);
}
