import { z } from "zod";
import type { BusinessDate } from "./business-date";

const EARLIEST = "1970-01-01";
const LATEST = "2100-12-31";

const day = z.iso
  .date({ error: "dateInvalid" })
  .refine((text) => text >= EARLIEST && text <= LATEST, { error: "dateRange" })
  .transform((text) => text as BusinessDate);

/** A day a person must give, 1970 to 2100; messages are keys of `errors`. */
export const requiredDay = z.string().min(1, { error: "required" }).pipe(day);

/** A day a person may leave out; empty text is null. */
export const optionalDay = z.union([
  z.literal("").transform(() => null),
  z.null(),
  z.string().pipe(day),
]);
