import { notificationLines } from "@/components/discussion/notification-lines";
import { notificationPage, unreadCount } from "@/lib/discussion/queries/notifications";
import { optionalScope } from "@/lib/platform/auth/session";
import { problem } from "@/lib/platform/problem";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";

/** The reader's latest notifications in words; with `?only=count` how many are unread. */
export async function GET(request: Request): Promise<Response> {
  const scope = await optionalScope();
  if (!scope) return problem(401, "signed-out", "Sign in first.");
  const headers = { "cache-control": "no-store" };
  if (new URL(request.url).searchParams.get("only") === "count")
    return Response.json({ unread: await unreadCount(scope) }, { headers });
  const page = await notificationPage(scope, { size: 8 });
  const lines = await notificationLines(page, await pageFormatter());
  return Response.json({ lines, unread: page.unread }, { headers });
}
