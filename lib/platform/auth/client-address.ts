import "server-only";

/** Set by the server itself for every request (see instrumentation.ts); what a client sends is overwritten. */
export const ADDRESS_HEADER = "x-closeloop-address";

/** The address a request came from, for throttling. */
export function clientAddress(headers: Headers | Record<string, unknown>): string {
  const value = headers instanceof Headers ? headers.get(ADDRESS_HEADER) : headers[ADDRESS_HEADER];
  return typeof value === "string" && value !== "" ? value : "unknown";
}
