import { NextResponse } from "next/server";
import { getTranslations } from "next-intl/server";
import { mayImport } from "@/lib/imports/queries/permission";
import { rejectedDownload } from "@/lib/imports/queries/rejected-download";
import { isRecordId } from "@/lib/imports/schema";
import { optionalScope } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";

type Params = { params: Promise<{ id: string }> };

/** The rejected rows of one file of an upload or a batch: `GET /api/upload/ID/rejected?file=sales.csv`. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [scope, { id }] = await Promise.all([optionalScope(), params]);
  if (!scope) return NextResponse.json({ error: { code: "signedOut" } }, { status: 401 });
  const missing = () => NextResponse.json({ error: { code: "notFound" } }, { status: 404 });
  if (!mayImport(scope) || !isRecordId(id)) return missing();
  const file = new URL(request.url).searchParams.get("file") ?? "";
  const t = await getTranslations("data");
  try {
    const text = await rejectedDownload(scope, id, file, ({ column, value, reason }) =>
      t(`sentences.${reason}`, { column, value }),
    );
    const name = `rejected-${file.replace(/\.gz$/i, "")}`;
    return new Response(text, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        "cache-control": "no-store",
      },
    });
  } catch (error) {
    if (error instanceof AppError) return missing();
    throw error;
  }
}
