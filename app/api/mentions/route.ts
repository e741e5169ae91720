import { getLocale } from "next-intl/server";
import { suggestMentions } from "@/lib/discussion/queries/discussion";
import { recordInput } from "@/lib/discussion/schema";
import { optionalScope } from "@/lib/platform/auth/session";
import { NotFoundError } from "@/lib/platform/errors";
import { problem } from "@/lib/platform/problem";
import { textParam } from "@/lib/shared/list-params";

const query = recordInput.extend({ q: textParam });

/** People of a name whom a comment on a record may mention: those who may see the record. */
export async function GET(request: Request): Promise<Response> {
  const scope = await optionalScope();
  if (!scope) return problem(401, "signed-out", "Sign in first.");
  const asked = query.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) return problem(400, "bad-request", "Say which record: kind and id.");
  const { q = "", ...record } = asked.data;
  try {
    const people = await suggestMentions(scope, record, q, await getLocale());
    return Response.json({ people }, { headers: { "cache-control": "no-store" } });
  } catch (error) {
    if (error instanceof NotFoundError)
      return problem(404, "not-found", "There is no such record.");
    throw error;
  }
}
