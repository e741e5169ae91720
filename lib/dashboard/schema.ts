import { z } from "zod";

const text = z.string().max(100).optional().catch(undefined);

/** Parameters of the dashboard; what makes no sense is left out. */
export const dashboardParams = z.object({
  unit: z.guid().optional().catch(undefined),
  period: text,
  repSort: text,
  unitSort: text,
  allReps: text,
  allUnits: text,
  allProducts: text,
  /** `0`: the chart over time without market notes. */
  notes: text,
});
