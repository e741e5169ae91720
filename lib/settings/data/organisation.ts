import type { Tx } from "@/lib/platform/db/access";

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
  leaderboardVisible: false,
  demo: false,
  version: 0,
};

export async function organisation(tx: Tx): Promise<Organisation> {
  const row = await tx.organisation.findUnique({ where: { id: 1 } });
  if (!row) return UNSET;
  return {
    ...row,
    riseColour: row.riseColour === "red" ? "red" : "green",
    paceOnFrom: row.paceOnFrom.toNumber(),
    paceCautionFrom: row.paceCautionFrom.toNumber(),
  };
}
