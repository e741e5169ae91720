import type { Tx } from "@/lib/platform/db/access";
import { AppError, ConflictError } from "@/lib/platform/errors";
import type { OrganisationInput } from "../schema";

/** The organisation's settings as formulas and pages need them. */
export type Organisation = {
  name: string;
  nameEn: string | null;
  /** 1 to 12. */
  fiscalYearStartMonth: number;
  timeZone: string;
  /** ISO 4217. */
  baseCurrency: string;
  /** ISO weekday, 1 = Monday to 7 = Sunday. */
  firstDayOfWeek: number;
  weekendDays: readonly number[];
  riseColour: "red" | "green";
  paceOnFrom: number;
  paceCautionFrom: number;
  /** Days agreed in which feedback is acknowledged and a new deal followed up. */
  followUpDays: number;
  /** How much the KPIs weigh in the score, and how much of an attainment counts at most (null: all). */
  scoreWeightRevenue: number;
  scoreWeightNewCustomers: number;
  scoreWeightGrowth: number;
  scoreWeightWinRate: number;
  scoreCap: number | null;
  leaderboardVisible: boolean;
  demo: boolean;
  version: number;
};

/** Before the first-run page has been answered. */
const UNSET: Organisation = {
  name: "Closeloop",
  nameEn: null,
  fiscalYearStartMonth: 1,
  timeZone: "UTC",
  baseCurrency: "CNY",
  firstDayOfWeek: 1,
  weekendDays: [6, 7],
  riseColour: "green",
  paceOnFrom: 1,
  paceCautionFrom: 0.9,
  followUpDays: 2,
  scoreWeightRevenue: 1,
  scoreWeightNewCustomers: 1,
  scoreWeightGrowth: 1,
  scoreWeightWinRate: 1,
  scoreCap: null,
  leaderboardVisible: false,
  demo: false,
  version: 0,
};

export async function organisation(tx: Tx): Promise<Organisation> {
  const row = await tx.organisation.findUnique({ where: { id: 1 } });
  if (!row) return UNSET;
  const { id: _, updatedAt: __, ...settings } = row;
  return {
    ...settings,
    riseColour: row.riseColour === "red" ? "red" : "green",
    paceOnFrom: row.paceOnFrom.toNumber(),
    paceCautionFrom: row.paceCautionFrom.toNumber(),
    scoreWeightRevenue: row.scoreWeightRevenue.toNumber(),
    scoreWeightNewCustomers: row.scoreWeightNewCustomers.toNumber(),
    scoreWeightGrowth: row.scoreWeightGrowth.toNumber(),
    scoreWeightWinRate: row.scoreWeightWinRate.toNumber(),
    scoreCap: row.scoreCap?.toNumber() ?? null,
  };
}

type Changes = Partial<Omit<OrganisationInput, "version">> & {
  fiscalYearStartMonth?: number;
  baseCurrency?: string;
};

/**
 * Saves what an editor saw at `version`.
 * @throws ConflictError with the settings as they are now; booleans as 1 and 0, lists joined by commas
 */
export async function updateOrganisation(tx: Tx, version: number, changes: Changes): Promise<void> {
  const { count } = await tx.organisation.updateMany({
    where: { id: 1, version },
    data: { ...changes, version: { increment: 1 } },
  });
  if (count === 1) return;
  const { demo: _, leaderboardVisible, weekendDays, ...now } = await organisation(tx);
  throw new ConflictError({
    ...now,
    leaderboardVisible: leaderboardVisible ? 1 : 0,
    weekendDays: weekendDays.join(","),
  });
}

/** The database computes dates in this zone too, so it has to know it. @throws AppError timeZoneUnknown */
export async function assertTimeZone(tx: Tx, timeZone: string): Promise<void> {
  const known = await tx.$queryRaw<unknown[]>`
    SELECT name FROM pg_timezone_names WHERE name = ${timeZone}`;
  if (known.length === 0) throw new AppError("timeZoneUnknown");
}
