import "server-only";
import { system } from "@/lib/platform/db/access";
import { logger } from "@/lib/platform/logger";

/** True when a query through the product's own roles succeeds within three seconds. */
export async function isDatabaseReady(): Promise<boolean> {
  const late = new Promise<false>((resolve) => setTimeout(resolve, 3_000, false));
  const answers = system("readiness", (tx) => tx.organisation.count()).then(() => true);
  try {
    return await Promise.race([answers, late]);
  } catch (error) {
    logger.warn({ err: error }, "the database is not ready");
    return false;
  }
}
