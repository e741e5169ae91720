import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { BatchTable } from "@/components/imports/batch-table";
import { NewImport } from "@/components/imports/new-import";
import { WaitingUploads } from "@/components/imports/waiting-uploads";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { dataPage } from "@/lib/imports/queries/data-page";
import { mayImport } from "@/lib/imports/queries/permission";
import { parsePage } from "@/lib/imports/schema";
import { scopeWhere } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("data"))("title") };
}

export default async function DataPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [scope, t, locale, search] = await Promise.all([
    scopeWhere(mayImport),
    getTranslations("data"),
    getLocale(),
    searchParams,
  ]);
  const { page, size, window } = parsePage(search);
  const { batches, total, earlier, examples, waiting, timeZone } = await dataPage(scope, window);
  const f = createFormatter({ locale, currency: "CNY", timeZone });
  return (
    <ClientMessages namespaces={["data"]}>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-4">
        <Card title={t("new.title")} className="max-w-3xl">
          <NewImport earlier={earlier} examples={examples} />
        </Card>
        <WaitingUploads uploads={waiting} f={f} />
        <section aria-labelledby="history">
          <h2 id="history" className="mb-2 font-semibold">
            {t("history.title")}
          </h2>
          <BatchTable batches={batches} total={total} page={page} pageSize={size} f={f} />
        </section>
      </div>
    </ClientMessages>
  );
}
