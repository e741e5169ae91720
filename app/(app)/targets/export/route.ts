import { getLocale, getTranslations } from "next-intl/server";
import { csvText } from "@/components/charts/csv";
import { currentScope } from "@/lib/platform/auth/session";
import { AppError } from "@/lib/platform/errors";
import { gridTable } from "@/lib/targets/domain/grid-csv";
import { TIERS } from "@/lib/targets/domain/target-kpi";
import { targetGridFor } from "@/lib/targets/queries/targets-page";
import { targetPlace } from "@/lib/targets/schema";

/** The stored grid as CSV, with the sums of months and members; `?unit&period&kpi` as on the page. */
export async function GET(request: Request): Promise<Response> {
  const scope = await currentScope();
  const params = new URL(request.url).searchParams;
  const place = targetPlace.safeParse({
    kpi: params.get("kpi"),
    unitId: params.get("unit"),
    quarter: params.get("period"),
  });
  if (!place.success) return new Response(null, { status: 404 });
  const [t, locale] = await Promise.all([getTranslations("targets"), getLocale()]);
  const grid = await targetGridFor(scope, place.data, locale).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (!grid) return new Response(null, { status: 404 });
  const { head, rows } = gridTable(grid, {
    name: t("unitOrRep"),
    status: t("statusHeading"),
    from: t("csv.from"),
    to: t("csv.to"),
    tiers: Object.fromEntries(TIERS.map((tier) => [tier, t(`tiers.${tier}`)])),
    statuses: {
      draft: t("status.draft"),
      published: t("status.published"),
      locked: t("status.locked"),
    },
    lastYear: t("lastYear"),
    soFar: t("soFar"),
    membersSum: t("membersSum"),
  });
  const name = `targets-${place.data.kpi}-${place.data.quarter}.csv`;
  return new Response(csvText(head, rows), {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
