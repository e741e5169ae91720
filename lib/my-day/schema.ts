import { z } from "zod";
import { idParam } from "@/lib/shared/list-params";

/** Parameters of `/my-day`: `rep` is whose day a manager looks at. */
export const myDaySchema = z.object({ rep: idParam });
export type MyDayParams = z.infer<typeof myDaySchema>;
