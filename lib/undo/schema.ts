import { z } from "zod";

export const removalInput = z.object({ removal: z.guid() });
