import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { activityWords } from "@/components/activities/activity-words";
import { feedbackWords } from "@/components/feedback/feedback-words";
import { findingWords } from "@/components/findings/finding-words";
import type { ListArea } from "@/components/lists/list-view";
import { noteWords } from "@/components/market/note-words";
import { activityFields } from "@/lib/activities/domain/activity-fields";
import { eachActivity } from "@/lib/activities/queries";
import { parseActivityList } from "@/lib/activities/schema";
import { exploreFields } from "@/lib/analysis/domain/explore-fields";
import { eachExplored } from "@/lib/analysis/queries/explore";
import { parseExplore } from "@/lib/analysis/schema";
import { CUSTOMER_FIELDS } from "@/lib/customers/domain/customer-fields";
import { eachCustomer } from "@/lib/customers/queries";
import { parseCustomerList } from "@/lib/customers/schema";
import { DEAL_FIELDS } from "@/lib/deals/domain/deal-fields";
import { eachDeal } from "@/lib/deals/queries";
import { parseDealList } from "@/lib/deals/schema";
import { feedbackFields } from "@/lib/feedback/domain/feedback-fields";
import { eachFeedback } from "@/lib/feedback/queries/feedback";
import { parseFeedbackList } from "@/lib/feedback/schema";
import { findingFields } from "@/lib/findings/domain/finding-fields";
import { eachFinding } from "@/lib/findings/queries/findings";
import { parseFindingList } from "@/lib/findings/schema";
import { noteFields } from "@/lib/market/domain/note-fields";
import { eachNote } from "@/lib/market/queries";
import { parseNoteList } from "@/lib/market/schema";
import { canEver } from "@/lib/people/domain/permissions";
import { optionalScope } from "@/lib/platform/auth/session";
import { type ExportSource, exportResponse, exportSource } from "@/lib/platform/export/response";
import { takeExportSlot, untilDone } from "@/lib/platform/export/slots";
import { problem } from "@/lib/platform/problem";
import type { Scope } from "@/lib/platform/scope";
import { SALE_FIELDS } from "@/lib/sales/domain/sale-fields";
import { eachSale } from "@/lib/sales/queries";
import { parseSaleList } from "@/lib/sales/schema";
import type { ListField } from "@/lib/shared/list-field";
import type { SearchParams } from "@/lib/shared/list-params";

type Source = (scope: Scope, search: SearchParams) => Promise<ExportSource>;

/** A list as a file: its fields with their headings (read where their values are words), and its rows. */
function source<Params, Row>(
  area: ListArea,
  fields: readonly ListField<Row>[] | (() => Promise<readonly ListField<Row>[]>),
  parse: (search: SearchParams) => Params,
  each: (
    scope: Scope,
    params: Params,
    use: (rows: readonly Row[]) => Promise<void>,
  ) => Promise<void>,
): Source {
  return async (scope, search) => {
    const [t, heading, locale] = await Promise.all([
      getTranslations(area),
      getTranslations(`${area}.columns`),
      getLocale(),
    ]);
    return exportSource(
      t("title"),
      locale,
      typeof fields === "function" ? await fields() : fields,
      (id) => heading(id as never),
      (use) => each(scope, parse(search), use),
    );
  };
}

/** An exploration of figures: its columns depend on the metric. */
const explored: Source = async (scope, search) => {
  const [t, heading, locale] = await Promise.all([
    getTranslations("analysis.explore"),
    getTranslations("analysis.explore.columns"),
    getLocale(),
  ]);
  const params = parseExplore(search);
  const fields = exploreFields(params.metric ?? "revenue", t("allOthers"));
  return exportSource(t("title"), locale, fields, heading, (use) =>
    eachExplored(scope, params, use),
  );
};

const SOURCES: Record<string, Source> = {
  explorer: explored,
  findings: source(
    "findings",
    async () => findingFields(await findingWords()),
    parseFindingList,
    eachFinding,
  ),
  market: source("market", async () => noteFields(await noteWords()), parseNoteList, eachNote),
  feedback: source(
    "feedback",
    async () => feedbackFields(await feedbackWords()),
    parseFeedbackList,
    eachFeedback,
  ),
  deals: source("deals", DEAL_FIELDS, parseDealList, eachDeal),
  customers: source("customers", CUSTOMER_FIELDS, parseCustomerList, eachCustomer),
  activities: source(
    "activities",
    async () => activityFields(await activityWords()),
    parseActivityList,
    eachActivity,
  ),
  sales: source("sales", SALE_FIELDS, parseSaleList, eachSale),
};

const format = z.enum(["csv", "xlsx"]).default("csv");

/** The filtered list as a file: `deals`, `customers` or `sales` with the parameters of its page and `format`. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ kind: string }> },
): Promise<Response> {
  const scope = await optionalScope();
  if (!scope) return problem(401, "signed-out", "Sign in first.");
  if (!canEver(scope, "export.run")) return problem(403, "forbidden", "You may not export.");
  const { kind } = await params;
  const source = Object.hasOwn(SOURCES, kind) ? SOURCES[kind] : undefined;
  if (!source) return problem(404, "not-found", "There is no such export.");
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const chosen = format.safeParse(search.format);
  if (!chosen.success) return problem(400, "invalid-query", "format is csv or xlsx.");
  const listed = await source(scope, search);
  const release = takeExportSlot(scope.userId);
  if (!release) return problem(429, "busy", "Other exports are still running; try again shortly.");
  return exportResponse({ ...listed, rows: untilDone(listed.rows, release) }, chosen.data);
}
