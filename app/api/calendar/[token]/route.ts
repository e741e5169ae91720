import { calendarOf } from "@/lib/activities/queries/calendar-feed";
import { problem } from "@/lib/platform/problem";

type Params = { params: Promise<{ token: string }> };

/** A person's follow-ups for their calendar program: `GET /api/calendar/SECRET.ics`, without a session. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const secret = (await params).token.replace(/\.ics$/, "");
  const { origin } = new URL(request.url);
  const text = /^[\w-]{43}$/.test(secret) ? await calendarOf(secret, origin) : null;
  if (text === null) return problem(404, "not-found", "There is no such calendar.");
  return new Response(text, {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="closeloop.ics"',
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
