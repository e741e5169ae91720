import { NextResponse } from "next/server";
import { download } from "@/lib/attachments/queries/attachments";
import { finishUpload, PIECE_LIMIT, receivePiece } from "@/lib/attachments/queries/upload";
import { fileId } from "@/lib/attachments/schema";
import { optionalScope } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";
import { limitedBody } from "@/lib/platform/limited-body";
import type { Scope } from "@/lib/platform/scope";

type Params = { params: Promise<{ id: string }> };

const refusal = (error: object, status: number) => NextResponse.json({ error }, { status });

/** Runs what a person asks of a file by its id; expected failures become answers. */
async function answer(
  { params }: Params,
  work: (scope: Scope, id: string) => Promise<Response>,
): Promise<Response> {
  const [scope, { id }] = await Promise.all([optionalScope(), params]);
  if (!scope) return refusal({ code: "signedOut" }, 401);
  if (!fileId.safeParse(id).success) return refusal({ code: "notFound" }, 404);
  try {
    return await work(scope, id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const { code, details } = error;
    return refusal({ code, details }, code === "notFound" ? 404 : 422);
  }
}

/** One part of an upload: `PUT /api/attachments/ID?part=0`, at most a million bytes. */
export function PUT(request: Request, context: Params): Promise<Response> {
  return answer(context, async (scope, id) => {
    const part = new URL(request.url).searchParams.get("part");
    const bytes = await limitedBody(request, PIECE_LIMIT);
    await receivePiece(scope, id, { part, bytes });
    return new Response(null, { status: 204 });
  });
}

/** Ends an upload: from now on the file belongs to its record. */
export function POST(_: Request, context: Params): Promise<Response> {
  return answer(context, async (scope, id) =>
    NextResponse.json({ id: await finishUpload(scope, id) }),
  );
}

/**
 * An attached file, to be saved and never shown in the site: whatever it holds, the browser neither
 * guesses its type nor runs anything in it.
 */
export function GET(_: Request, context: Params): Promise<Response> {
  return answer(context, async (scope, id) => {
    const file = await download(scope, id);
    return new Response(file.content, {
      headers: {
        "content-type": file.contentType,
        "content-length": String(file.size),
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`,
        "content-security-policy": "sandbox; default-src 'none'",
        "x-content-type-options": "nosniff",
        "cross-origin-resource-policy": "same-origin",
        "cache-control": "private, no-store",
      },
    });
  });
}
