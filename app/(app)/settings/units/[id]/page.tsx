import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { UnitActions } from "@/components/people/unit-actions";
import { UnitCards } from "@/components/people/unit-cards";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Tag } from "@/components/ui/tag";
import { canEver } from "@/lib/people/domain/permissions";
import { unitPage } from "@/lib/people/queries/units";
import { scopeWhere } from "@/lib/platform/auth/session";
import { idOrNotFound, orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("units.title") };
}

export default async function UnitPage({ params }: { params: Promise<{ id: string }> }) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "unit.manage"));
  const id = idOrNotFound((await params).id);
  const locale = await getLocale();
  const [page, t, types, format] = await Promise.all([
    orNotFound(unitPage(scope, id, locale)),
    getTranslations("people.units"),
    getTranslations("people.unitTypes"),
    pageFormatter(),
  ]);
  const name = localName(page.unit, locale);
  return (
    <ClientMessages namespaces={["people"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={t("title")}
            items={[{ label: t("title"), href: "/settings/units" }, { label: name }]}
          />
        }
        title={name}
        tag={
          <>
            <Tag>{types(page.unit.type)}</Tag>
            {page.unit.active ? null : <Tag status="warn">{t("inactive")}</Tag>}
          </>
        }
        actions={
          page.unit.type === "company" ? null : (
            <UnitActions id={page.unit.id} name={name} active={page.unit.active} />
          )
        }
      />
      <UnitCards page={page} format={format} />
    </ClientMessages>
  );
}
