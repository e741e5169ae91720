import "server-only";
import type { Tx } from "@/lib/platform/db/access";
import type { Prisma } from "@/lib/platform/db/generated/client";

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
  period: { from: string; to: string };
  unitIds?: readonly string[];
  /** Reps whose targets are wanted; null: only targets of units; left out: both. */
  userIds?: readonly string[] | null;
};

const asNumber = (value: Prisma.Decimal | null) => value?.toNumber() ?? null;
const toDate = (day: string) => new Date(`${day}T00:00:00Z`);

/**
 * Published and locked targets of one exact period; drafts are nobody's yardstick. A year has no
 * target of its own: ask for its quarters and add the additive ones. A `growth` target is the
 * fraction g; its amount is base × (1 + g), see lib/targets/domain. Row security leaves a rep only
 * the own ones. A rep who changed the unit within the quarter may have one target in each.
 */
export async function targetsFor(tx: Tx, wanted: TargetsFor): Promise<PublishedTarget[]> {
  const { kpi, period, unitIds, userIds } = wanted;
  const rows = await tx.target.findMany({
    where: {
      kpi: { in: [...kpi] },
      periodFrom: toDate(period.from),
      periodTo: toDate(period.to),
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
