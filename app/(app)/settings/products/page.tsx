import { Tags } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AddProductDialog } from "@/components/catalog/add-product-dialog";
import { ProductsTable } from "@/components/catalog/products-table";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { NamedList } from "@/components/settings/named-list";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import { createCategory, deleteCategory, editCategory } from "@/lib/catalog/actions";
import { productsPage } from "@/lib/catalog/queries";
import { productListParams } from "@/lib/catalog/schema";
import { canEver } from "@/lib/people/domain/permissions";
import { scopeWhere } from "@/lib/platform/auth/session";
import { usedCurrencies } from "@/lib/settings/queries/currencies";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("catalog"))("title") };
}

export default async function ProductsPage({ searchParams }: Props) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "catalog.manage"));
  const params = productListParams.parse(await searchParams);
  const locale = await getLocale();
  const [t, format, page, currencies] = await Promise.all([
    getTranslations("catalog"),
    pageFormatter(),
    productsPage(scope, params, locale),
    usedCurrencies(scope),
  ]);
  const options = page.categories.map((one) => ({ value: one.id, label: localName(one, locale) }));
  return (
    <ClientMessages namespaces={["catalog", "settings"]}>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", { count: page.total, b: (chunks) => <b>{chunks}</b> })}
        actions={
          <>
            <Sheet
              title={t("categories")}
              description={t("categoriesHint")}
              trigger={<Button icon={<Tags aria-hidden="true" />}>{t("categories")}</Button>}
            >
              <NamedList
                items={page.categories}
                actions={{ add: createCategory, edit: editCategory, remove: deleteCategory }}
                empty={t("noCategories")}
              />
            </Sheet>
            <AddProductDialog categories={options} currencies={currencies} />
          </>
        }
      />
      <ProductsTable
        lines={page.rows.map((row) => ({
          ...row,
          price: format.moneyFull(row.listPrice, row.currency),
        }))}
        total={page.total}
        params={params}
        categories={page.categories}
      />
    </ClientMessages>
  );
}
