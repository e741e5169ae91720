import { isDatabaseReady } from "@/lib/platform/readiness";

/** The database answers and its migrations are there; 503 otherwise. Never says more. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseReady();
  return Response.json(
    { status: ready ? "ready" : "unavailable" },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
