import "server-only";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db/access";
import { type BusinessDate, toBusinessDate } from "@/lib/shared/business-date";

/** Today in the organisation's time zone, as the row security sees it. */
export async function businessToday(tx: Tx): Promise<BusinessDate> {
  const rows = await tx.$queryRaw`SELECT business_today()::text AS today`;
  const [row] = z.array(z.object({ today: z.string() })).parse(rows);
  return toBusinessDate(row?.today ?? "");
}
