import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CountsTable } from "@/components/imports/counts-table";
import { DataCrumb } from "@/components/imports/data-crumb";
import { NotesList } from "@/components/imports/notes-list";
import { RejectionsTable } from "@/components/imports/rejections-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Card } from "@/components/ui/card";
import { batchPage } from "@/lib/imports/queries/data-page";
import { mayImport } from "@/lib/imports/queries/permission";
import { isRecordId, parsePage } from "@/lib/imports/schema";
import { scopeWhere } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("data"))("history.title") };
}

export default async function BatchPage({ params, searchParams }: Props) {
  const [scope, t, locale, { id }, search] = await Promise.all([
    scopeWhere(mayImport),
    getTranslations("data"),
    getLocale(),
    params,
    searchParams,
  ]);
  const { page, size, window } = parsePage(search);
  const batch = isRecordId(id) ? await batchPage(scope, id, window) : null;
  if (!batch) notFound();
  const { title, counts, notes, rejected, createdAt, createdBy, timeZone } = batch;
  const f = createFormatter({ locale, currency: "CNY", timeZone });
  return (
    <ClientMessages namespaces={["data"]}>
      <PageHeader
        title={title}
        breadcrumb={<DataCrumb page={title} />}
        lead={t("batch.lead", {
          title,
          time: f.dateTime(createdAt),
          who: createdBy ? localName(createdBy, locale) : t("history.commandLine"),
          seconds: f.number(notes.milliseconds / 1000, 1),
        })}
      />
      <div className="grid gap-4">
        <Card title={t("counts.title")} flush>
          <CountsTable counts={counts} f={f} />
        </Card>
        {rejected.total > 0 ? (
          <RejectionsTable ownerId={id} {...rejected} page={page} pageSize={size} f={f} />
        ) : null}
        <NotesList notes={notes} />
      </div>
    </ClientMessages>
  );
}
