import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CountsTable } from "@/components/imports/counts-table";
import { DataCrumb } from "@/components/imports/data-crumb";
import { NotesList } from "@/components/imports/notes-list";
import { RejectionsTable } from "@/components/imports/rejections-table";
import { ReviewLead } from "@/components/imports/review-lead";
import { ReviewPanel } from "@/components/imports/review-panel";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { reviewPage } from "@/lib/imports/queries/data-page";
import { mayImport } from "@/lib/imports/queries/permission";
import { isRecordId, parsePage } from "@/lib/imports/schema";
import { scopeWhere } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { SearchParams } from "@/lib/shared/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("data"))("review.title") };
}

export default async function ReviewPage({ params, searchParams }: Props) {
  const [scope, t, locale, { id }, search] = await Promise.all([
    scopeWhere(mayImport),
    getTranslations("data"),
    getLocale(),
    params,
    searchParams,
  ]);
  const { page, size, window } = parsePage(search);
  const upload = isRecordId(id) ? await reviewPage(scope, id, window) : null;
  if (!upload) notFound();
  const { title, report, rejected, timeZone } = upload;
  const f = createFormatter({ locale, currency: "CNY", timeZone });
  return (
    <ClientMessages namespaces={["data"]}>
      <PageHeader
        title={t("review.title")}
        breadcrumb={<DataCrumb page={t("review.title")} />}
        lead={<ReviewLead title={title} report={report} f={f} />}
      />
      <div className="grid gap-4">
        <ReviewPanel uploadId={id} report={report} f={f} />
        {report ? (
          <Card title={t("counts.previewTitle")} flush>
            <CountsTable counts={report.counts} f={f} />
          </Card>
        ) : null}
        {rejected.total > 0 ? (
          <RejectionsTable ownerId={id} {...rejected} page={page} pageSize={size} f={f} />
        ) : null}
        {report ? <NotesList notes={report} /> : null}
      </div>
    </ClientMessages>
  );
}
