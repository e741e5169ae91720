/** True where an error carries one of these PostgreSQL error codes, however Prisma wraps it. */
export function hasSqlState(error: unknown, states: ReadonlySet<string>): boolean {
  for (let cause: unknown = error, depth = 0; cause && depth < 6; depth++) {
    if (typeof cause !== "object") return false;
    const { code, originalCode, meta, cause: inner } = cause as Record<string, unknown>;
    if ([code, originalCode].some((c) => typeof c === "string" && states.has(c))) return true;
    cause = inner ?? (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError;
  }
  return false;
}
