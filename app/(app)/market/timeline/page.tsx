import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/layout/page-header";
import { NoteTimeline } from "@/components/market/note-timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { noteTimeline } from "@/lib/market/queries";
import { noteListHref, parseNoteList } from "@/lib/market/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("market"))("timeline") };
}

/** The notes of the list, as they followed each other. */
export default async function TimelinePage({ searchParams }: Props) {
  const [scope, t, common, f] = await Promise.all([
    currentScope(),
    getTranslations("market"),
    getTranslations("common"),
    pageFormatter(),
  ]);
  const params = parseNoteList(await searchParams);
  const { notes, totals } = await noteTimeline(scope, params);
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: noteListHref(params) }, { label: t("timeline") }]}
          />
        }
        title={t("timeline")}
        lead={t("timelineLead", { shown: f.number(notes.length), count: f.number(totals.count) })}
        actions={
          <LinkButton href="/market/new" variant="primary" icon={<Plus aria-hidden="true" />}>
            {t("record")}
          </LinkButton>
        }
      />
      <Card className="max-w-3xl">
        <NoteTimeline notes={notes} f={f} />
      </Card>
    </>
  );
}
