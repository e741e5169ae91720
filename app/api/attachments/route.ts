import { NextResponse } from "next/server";
import { openUpload } from "@/lib/attachments/queries/upload";
import { optionalScope } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";
import { limitedJson } from "@/lib/platform/limited-body";

const refusal = (error: object, status: number) => NextResponse.json({ error }, { status });

/** Opens an upload: `POST /api/attachments` with record, name and size; answers with its id. */
export async function POST(request: Request): Promise<Response> {
  const scope = await optionalScope();
  if (!scope) return refusal({ code: "signedOut" }, 401);
  try {
    const input = await limitedJson(request, 10_000);
    return NextResponse.json({ id: await openUpload(scope, input) });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details } = error;
    return refusal({ code, details }, code === "notFound" ? 404 : 422);
  }
}
