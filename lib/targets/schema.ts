import { z } from "zod";
import { optionalText } from "@/lib/shared/text-input";
import { version } from "@/lib/shared/value-input";
import { TARGET_KPIS, tiersInOrder } from "./domain/target-kpi";

/** A number of any KPI; the rule of the KPI (limits, decimals) is checked where it is known. */
const amount = z.number().min(-1).max(1e12).nullable();

const place = {
  kpi: z.enum(TARGET_KPIS),
  unitId: z.guid(),
  /** Code of a fiscal quarter, `2026-Q3`. */
  quarter: z.string().regex(/^\d{4}-Q[1-4]$/),
};

const reason = optionalText(500)
  .transform((text) => text ?? "")
  .default("");

const cellInput = z
  .object({
    unitId: z.guid(),
    userId: z.guid().nullable(),
    /** 0 the quarter, 1 to 3 its months. */
    period: z.number().int().min(0).max(3),
    /** Version the change was made on; 0 where there was no target yet. */
    version,
    floor: amount,
    target: amount,
    stretch: amount,
  })
  .refine(tiersInOrder, { error: "tierOrder", path: ["target"] });
export type TargetCellInput = z.infer<typeof cellInput>;

export const targetPlace = z.object(place);
export type TargetPlace = z.infer<typeof targetPlace>;

/** All changed cells of one grid; saved together or not at all. */
export const saveTargetsInput = z.object({
  ...place,
  cells: z.array(cellInput).min(1).max(2000),
  reason,
});
export type SaveTargets = z.infer<typeof saveTargetsInput>;

/** A step of all targets of one grid, as the person saw them. */
export const moveTargetsInput = z.object({
  ...place,
  seen: z.array(z.object({ id: z.guid(), version })).max(5000),
  reason,
});
export type MoveTargets = z.infer<typeof moveTargetsInput>;

export const copySourceInput = z.object({ ...place, from: z.enum(["previous", "lastYear"]) });

export const targetHistoryInput = z.object({ targetId: z.guid() });
