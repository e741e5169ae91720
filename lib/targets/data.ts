import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { type BusinessDate, fromUtcMidnight, toUtcMidnight } from "@/lib/shared/business-date";
import type { Period } from "@/lib/shared/period";
import type { TargetStatus } from "./domain/target-grid";
import type { TargetKpi, Tiers } from "./domain/target-kpi";

/** A target in force. Ratios and growth as fractions (0.1 is 10%), money in base currency. */
export type PublishedTarget = Readonly<{
  id: string;
  kpi: string;
  unitId: string;
  /** null: the target of the unit itself. */
  userId: string | null;
  floor: number | null;
  target: number | null;
  stretch: number | null;
  status: "published" | "locked";
}>;

type TargetsFor = {
  kpi: readonly string[];
  /** The exact period of the targets, half-open: a fiscal quarter or one of its months. */
  period: Period;
  unitIds?: readonly string[];
  /** Reps whose targets are wanted; null: only targets of units; left out: both. */
  userIds?: readonly string[] | null;
};

const asNumber = (value: Prisma.Decimal | null) => value?.toNumber() ?? null;

/**
 * Published and locked targets of one exact period; drafts are nobody's yardstick. A year has no
 * target of its own: ask for its quarters and add the additive ones. A `growth` target is the
 * fraction g; its amount is base × (1 + g), see `growthAmount`. Row security leaves a rep only the
 * own ones. A rep who changed the unit within the quarter may have one target in each.
 */
export async function targetsFor(tx: Tx, wanted: TargetsFor): Promise<PublishedTarget[]> {
  const { kpi, period, unitIds, userIds } = wanted;
  const rows = await tx.target.findMany({
    where: {
      kpi: { in: [...kpi] },
      periodFrom: toUtcMidnight(period.from),
      periodTo: toUtcMidnight(period.to),
      status: { in: ["published", "locked"] },
      ...(unitIds ? { unitId: { in: [...unitIds] } } : {}),
      ...(userIds === undefined ? {} : { userId: userIds && { in: [...userIds] } }),
    },
    orderBy: [{ kpi: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({
    id: row.id,
    kpi: row.kpi,
    unitId: row.unitId,
    userId: row.userId,
    floor: asNumber(row.floor),
    target: asNumber(row.target),
    stretch: asNumber(row.stretch),
    status: row.status === "locked" ? "locked" : "published",
  }));
}

export type StoredTarget = Readonly<{
  id: string;
  kpi: string;
  unitId: string;
  userId: string | null;
  from: BusinessDate;
  to: BusinessDate;
  version: number;
  status: TargetStatus;
  values: Tiers;
}>;

export type TargetSpan = {
  kpi?: TargetKpi;
  /** The quarter; its months lie within. */
  span: Period;
  unitIds?: readonly string[];
  userId?: string;
};

/** Targets of a quarter and of its months, drafts included where the person may see them. */
export async function storedTargets(tx: Tx, wanted: TargetSpan): Promise<StoredTarget[]> {
  const { kpi, span, unitIds, userId } = wanted;
  const rows = await tx.target.findMany({
    where: {
      kpi,
      periodFrom: { gte: toUtcMidnight(span.from) },
      periodTo: { lte: toUtcMidnight(span.to) },
      unitId: unitIds && { in: [...unitIds] },
      userId,
    },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: row.id,
    kpi: row.kpi,
    unitId: row.unitId,
    userId: row.userId,
    from: fromUtcMidnight(row.periodFrom),
    to: fromUtcMidnight(row.periodTo),
    version: row.version,
    status: row.status,
    values: {
      floor: asNumber(row.floor),
      target: asNumber(row.target),
      stretch: asNumber(row.stretch),
    },
  }));
}
