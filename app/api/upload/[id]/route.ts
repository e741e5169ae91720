import { NextResponse } from "next/server";
import { lookAfterLoading } from "@/lib/findings/queries/run";
import { mayImport } from "@/lib/imports/queries/permission";
import { PART_LIMIT, receivePart } from "@/lib/imports/queries/receive-part";
import { runStream } from "@/lib/imports/queries/run-stream";
import { isRecordId } from "@/lib/imports/schema";
import { optionalScope } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";
import { limitedBody, limitedJson } from "@/lib/platform/limited-body";

type Params = { params: Promise<{ id: string }> };

const refusal = (code: string, status: number) =>
  NextResponse.json({ error: { code } }, { status });

/** One part of a file: `PUT /api/upload/ID?name=sales.csv&part=0`, with `size` for the last one. */
export async function PUT(request: Request, { params }: Params): Promise<Response> {
  const [scope, { id }] = await Promise.all([optionalScope(), params]);
  if (!scope) return refusal("signedOut", 401);
  if (!mayImport(scope) || !isRecordId(id)) return refusal("notFound", 404);
  const input = Object.fromEntries(new URL(request.url).searchParams);
  try {
    await receivePart(scope, id, input, await limitedBody(request, PART_LIMIT));
    return new Response(null, { status: 204 });
  } catch (error) {
    if (error instanceof AppError)
      return refusal(error.code, error.code === "notFound" ? 404 : 413);
    throw error;
  }
}

/** Checks or imports the upload; answers with progress, one JSON object a line. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [scope, { id }] = await Promise.all([optionalScope(), params]);
  if (!scope) return refusal("signedOut", 401);
  if (!mayImport(scope) || !isRecordId(id)) return refusal("notFound", 404);
  const input = await limitedJson(request, 5_000_000);
  try {
    const headers = { "content-type": "application/x-ndjson", "x-accel-buffering": "no" };
    return new Response(runStream(scope, id, input, lookAfterLoading), { headers });
  } catch {
    return refusal("notFound", 400);
  }
}
