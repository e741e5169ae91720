import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ProductActions } from "@/components/catalog/product-actions";
import { ProductFacts } from "@/components/catalog/product-facts";
import { ProductForm } from "@/components/catalog/product-form";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { productPage } from "@/lib/catalog/queries";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { idOrNotFound, orNotFound } from "@/lib/platform/not-found";
import { usedCurrencies } from "@/lib/settings/queries/currencies";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalog"))("title") };
}

export default async function ProductPage({ params }: Props) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "catalog.manage"));
  const id = idOrNotFound((await params).id);
  const [t, locale, format, page, currencies] = await Promise.all([
    getTranslations("catalog"),
    getLocale(),
    pageFormatter(),
    orNotFound(productPage(scope, id)),
    usedCurrencies(scope),
  ]);
  const { version, nameEn, sku, categoryId, listPrice, currency, active } = page.product;
  const name = localName(page.product, locale);
  return (
    <ClientMessages namespaces={["catalog", "settings"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={t("title")}
            items={[{ label: t("title"), href: "/settings/products" }, { label: name }]}
          />
        }
        title={name}
        tag={active ? null : <Tag>{t("statuses.inactive")}</Tag>}
        actions={<ProductActions id={id} name={name} active={active} use={page.use} />}
      />
      <CardGrid columns="wide-narrow">
        <Card title={t("details")}>
          <ProductForm
            product={{
              id,
              version,
              name: page.product.name,
              nameEn,
              sku,
              categoryId,
              listPrice,
              currency,
            }}
            categories={page.categories.map((one) => ({
              value: one.id,
              label: localName(one, locale),
            }))}
            currencies={[...new Set([...currencies, currency])]}
          />
        </Card>
        <ProductFacts page={page} format={format} />
      </CardGrid>
    </ClientMessages>
  );
}
