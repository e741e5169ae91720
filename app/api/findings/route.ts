import { NextResponse } from "next/server";
import { lookStream, mayLook } from "@/lib/findings/queries/run";
import { optionalScope } from "@/lib/platform/auth/session";

const refusal = (code: string, status: number) => NextResponse.json({ error: code }, { status });

/** Looks for findings in all the person leads; answers with progress, one JSON object a line. */
export async function POST(request: Request): Promise<Response> {
  const scope = await optionalScope();
  if (!scope) return refusal("signedOut", 401);
  // A form of another site could send this with the person's cookie, but not as JSON.
  if (request.headers.get("content-type") !== "application/json") return refusal("forbidden", 403);
  if (!mayLook(scope)) return refusal("notFound", 404);
  const headers = { "content-type": "application/x-ndjson", "x-accel-buffering": "no" };
  return new Response(lookStream(scope), { headers });
}
