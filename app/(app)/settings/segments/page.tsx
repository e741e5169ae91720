import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { NamedList } from "@/components/settings/named-list";
import { Card } from "@/components/ui/card";
import * as segments from "@/lib/customers/actions/segments";
import { segmentSettings } from "@/lib/customers/queries/segment-settings";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("segments.title") };
}

export default async function SegmentsPage() {
  const scope = await scopeWhere((viewer) => canEver(viewer, "pipeline.manage"));
  const [t, items] = await Promise.all([
    getTranslations("settings.segments"),
    segmentSettings(scope),
  ]);
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", {
          count: items.filter(({ active }) => active).length,
          b: (chunks) => <b>{chunks}</b>,
        })}
      />
      <Card className="max-w-3xl">
        <NamedList
          items={items}
          actions={{
            add: segments.createSegment,
            edit: segments.editSegment,
            setActive: segments.setSegmentActive,
            remove: segments.deleteSegment,
          }}
          empty={t("empty")}
        />
      </Card>
    </ClientMessages>
  );
}
