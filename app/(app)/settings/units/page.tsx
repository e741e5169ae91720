import { Building2 } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AddUnitDialog } from "@/components/people/add-unit-dialog";
import { UnitTree } from "@/components/people/unit-tree";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { canEver } from "@/lib/people/domain/permissions";
import { unitsPage } from "@/lib/people/queries/units";
import { scopeWhere } from "@/lib/platform/auth/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("units.title") };
}

export default async function UnitsPage() {
  const scope = await scopeWhere((viewer) => canEver(viewer, "unit.manage"));
  const [t, locale] = await Promise.all([getTranslations("people.units"), getLocale()]);
  const units = await unitsPage(scope, locale);
  return (
    <ClientMessages namespaces={["people"]}>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={<AddUnitDialog units={units.filter((unit) => unit.active)} />}
      />
      <Card>
        {units.length === 0 ? (
          <EmptyState icon={<Building2 />} title={t("empty")} />
        ) : (
          <UnitTree units={units} />
        )}
      </Card>
    </ClientMessages>
  );
}
