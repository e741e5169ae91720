import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AuditFilters } from "@/components/settings/audit-filters";
import { AuditList } from "@/components/settings/audit-list";
import { AuditPages } from "@/components/settings/audit-pages";
import { Card } from "@/components/ui/card";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { auditPage } from "@/lib/settings/queries/audit";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { auditParams } from "@/lib/settings/schema";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("audit.title") };
}

export default async function AuditPage({ searchParams }: Props) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "audit.read"));
  const { before, after, ...filters } = auditParams.parse(await searchParams);
  const [t, format, page] = await Promise.all([
    getTranslations("settings.audit"),
    pageFormatter(),
    auditPage(scope, { before, after, ...filters }),
  ]);
  const href = (place: { before?: string; after?: string }) =>
    hrefWith("/settings/audit", { ...filters, ...place });
  const [first, last] = [page.entries[0], page.entries.at(-1)];
  return (
    <ClientMessages>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="mb-3">
        <AuditFilters people={page.people} />
      </div>
      <Card flush>
        <AuditList
          entries={page.entries}
          names={page.names}
          format={format}
          filtered={Object.values(filters).some((value) => value !== undefined)}
        />
        <AuditPages
          newer={page.hasNewer && first ? href({ after: first.id }) : null}
          older={page.hasOlder && last ? href({ before: last.id }) : null}
        />
      </Card>
    </ClientMessages>
  );
}
