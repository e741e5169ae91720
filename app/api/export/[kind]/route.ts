import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { CUSTOMER_EXPORT } from "@/lib/customers/domain/customer-export";
import { eachCustomer } from "@/lib/customers/queries";
import { parseCustomerList } from "@/lib/customers/schema";
import { DEAL_EXPORT } from "@/lib/deals/domain/deal-export";
import { eachDeal } from "@/lib/deals/queries";
import { parseDealList } from "@/lib/deals/schema";
import { canEver } from "@/lib/people/domain/permissions";
import { optionalScope } from "@/lib/platform/auth/session";
import { type ExportSource, exportResponse, exportSource } from "@/lib/platform/export/response";
import { takeExportSlot, untilDone } from "@/lib/platform/export/slots";
import { problem } from "@/lib/platform/problem";
import type { Scope } from "@/lib/platform/scope";
import { SALE_EXPORT } from "@/lib/sales/domain/sale-export";
import { eachSale } from "@/lib/sales/queries";
import { parseSaleList } from "@/lib/sales/schema";
import type { SearchParams } from "@/lib/shared/list-params";

type Source = (scope: Scope, params: SearchParams) => Promise<ExportSource>;

const SOURCES: Record<string, Source> = {
  deals: async (scope, search) => {
    const [t, locale] = await Promise.all([getTranslations("deals"), getLocale()]);
    const params = parseDealList(search);
    const heading = (id: (typeof DEAL_EXPORT)[number]["id"]) => t(`columns.${id}`);
    return exportSource(t("title"), locale, DEAL_EXPORT, heading, (use) =>
      eachDeal(scope, params, use),
    );
  },
  customers: async (scope, search) => {
    const [t, locale] = await Promise.all([getTranslations("customers"), getLocale()]);
    const params = parseCustomerList(search);
    const heading = (id: (typeof CUSTOMER_EXPORT)[number]["id"]) => t(`columns.${id}`);
    return exportSource(t("title"), locale, CUSTOMER_EXPORT, heading, (use) =>
      eachCustomer(scope, params, use),
    );
  },
  sales: async (scope, search) => {
    const [t, locale] = await Promise.all([getTranslations("sales"), getLocale()]);
    const params = parseSaleList(search);
    const heading = (id: (typeof SALE_EXPORT)[number]["id"]) => t(`columns.${id}`);
    return exportSource(t("title"), locale, SALE_EXPORT, heading, (use) =>
      eachSale(scope, params, use),
    );
  },
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
