import { hasSqlState } from "./sql-state";

/** Deadlock, serialisation failure, and Prisma's own word for both. */
const RETRYABLE = new Set(["40P01", "40001", "P2034"]);

/** True for a deadlock or a serialisation failure, however Prisma wraps it. */
export function isRetryable(error: unknown): boolean {
  return hasSqlState(error, RETRYABLE);
}
