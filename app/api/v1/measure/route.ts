import { z } from "zod";
import { MOST_ROWS, measureForApi } from "@/lib/figures/queries/measure-api";
import { measureQuery } from "@/lib/figures/schema";
import { authenticateToken } from "@/lib/platform/auth/api-token";
import { AppError } from "@/lib/platform/errors";
import { negotiateLocale } from "@/lib/platform/i18n/locales";
import { problem } from "@/lib/platform/problem";

/** Figures for a personal token, with the visibility of its owner; see docs/api.md. */
export async function GET(request: Request): Promise<Response> {
  const scope = await authenticateToken(request.headers.get("authorization"));
  if (!scope)
    return problem(401, "unauthorized", "Send a personal API token: Authorization: Bearer cl_…");
  const query = measureQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!query.success)
    return problem(
      400,
      "invalid-query",
      "The query is not valid.",
      z.flattenError(query.error).fieldErrors,
    );
  const locale = negotiateLocale(request.headers.get("accept-language"));
  const answer = await measureForApi(scope, query.data, locale).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "tooManyGroups") return "tooMany";
    throw error;
  });
  if (answer === "tooMany")
    return problem(
      422,
      "too-many-rows",
      `The answer would have more than ${MOST_ROWS} rows: ask for a unit, a shorter range or a coarser grain.`,
    );
  if (!answer) {
    const to = ["must make a fiscal month, quarter or year with from: targets are set for these"];
    return problem(400, "invalid-query", "The query is not valid.", { to });
  }
  return Response.json(answer, { headers: { "cache-control": "no-store" } });
}
