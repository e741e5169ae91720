import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { NamedList } from "@/components/settings/named-list";
import { AddStageDialog } from "@/components/settings/stage-form";
import { StageList } from "@/components/settings/stage-list";
import { Card } from "@/components/ui/card";
import * as reasons from "@/lib/deals/actions/reasons";
import * as stages from "@/lib/deals/actions/stages";
import { pipelineSettings } from "@/lib/deals/queries/pipeline-settings";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("stages.title") };
}

export default async function StagesPage() {
  const scope = await scopeWhere((viewer) => canEver(viewer, "pipeline.manage"));
  const [t, format, page] = await Promise.all([
    getTranslations("settings.stages"),
    pageFormatter(),
    pipelineSettings(scope),
  ]);
  const open = page.stages.filter(({ active, kind }) => active && kind === "open");
  return (
    <ClientMessages namespaces={["settings"]}>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", { count: open.length, b: (chunks) => <b>{chunks}</b> })}
        actions={<AddStageDialog action={stages.createStage} />}
      />
      <Card title={t("order")} sub={t("orderHint")}>
        <StageList
          stages={page.stages.map(({ createdAt: _, updatedAt: __, ...stage }) => ({
            ...stage,
            probabilityText: format.percent(stage.probability),
          }))}
          actions={{
            add: stages.createStage,
            edit: stages.editStage,
            move: stages.moveStage,
            setActive: stages.setStageActive,
            remove: stages.deleteStage,
          }}
        />
      </Card>
      <CardGrid>
        <Card title={t("reasons")} sub={t("reasonsHint")}>
          <NamedList
            items={page.reasons}
            actions={{
              add: reasons.createReason,
              edit: reasons.editReason,
              setActive: reasons.setReasonActive,
              remove: reasons.deleteReason,
            }}
            flag={{ label: t("noDecision"), hint: t("noDecisionHint") }}
            empty={t("noReasons")}
          />
        </Card>
        <Card title={t("competitors")} sub={t("competitorsHint")}>
          <NamedList
            items={page.competitors}
            actions={{
              add: reasons.createCompetitor,
              edit: reasons.editCompetitor,
              setActive: reasons.setCompetitorActive,
              remove: reasons.deleteCompetitor,
            }}
            empty={t("noCompetitors")}
          />
        </Card>
      </CardGrid>
    </ClientMessages>
  );
}
