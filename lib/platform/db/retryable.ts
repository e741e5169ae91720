const RETRYABLE = new Set(["40P01", "40001"]);

/** True for a deadlock or a serialisation failure, however Prisma wraps it. */
export function isRetryable(error: unknown): boolean {
  for (let cause: unknown = error, depth = 0; cause && depth < 6; depth++) {
    if (typeof cause !== "object") return false;
    const { code, originalCode, meta, cause: inner } = cause as Record<string, unknown>;
    if (code === "P2034") return true;
    if ([code, originalCode].some((c) => typeof c === "string" && RETRYABLE.has(c))) return true;
    cause = inner ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  }
  return false;
}
