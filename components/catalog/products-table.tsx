import { Package } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/tables/data-table";
import { FilterBar, SearchBox, SelectFilter } from "@/components/tables/filters";
import type { TableColumn } from "@/components/tables/table-types";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { PRODUCT_COLUMNS, type ProductListParams } from "@/lib/catalog/schema";
import { NONE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

export type ProductLine = Reference & {
  sku: string | null;
  category: Reference | null;
  /** Formatted. */
  price: string;
  active: boolean;
  source: string | null;
  externalId: string | null;
};

function useColumns(): TableColumn[] {
  const t = useTranslations("catalog.fields");
  const columns = [...PRODUCT_COLUMNS, "externalId"] as const;
  return columns.map((id) => ({
    id,
    label: t(id === "active" ? "status" : id),
    align: id === "listPrice" ? "right" : "left",
    sortable: id !== "externalId",
    hideable: id !== "name",
    nowrap: id !== "name",
  }));
}

/** The list of products with search, filters, sort and pages in the address. */
export function ProductsTable({
  lines,
  total,
  params,
  categories,
}: {
  lines: readonly ProductLine[];
  total: number;
  params: ProductListParams;
  categories: readonly Reference[];
}) {
  const t = useTranslations("catalog");
  const locale = useLocale();
  const toolbar = (
    <FilterBar>
      <SearchBox label={t("search")} />
      <SelectFilter
        param="category"
        label={t("fields.category")}
        options={[
          ...categories.map((one) => ({ value: one.id, label: localName(one, locale) })),
          { value: NONE, label: t("fields.noCategory") },
        ]}
      />
      <SelectFilter
        param="status"
        label={t("fields.status")}
        options={(["active", "inactive"] as const).map((status) => ({
          value: status,
          label: t(`statuses.${status}`),
        }))}
      />
    </FilterBar>
  );
  return (
    <DataTable
      id="products"
      caption={t("title")}
      columns={useColumns()}
      rows={lines.map((line) => ({
        id: line.id,
        label: localName(line, locale),
        href: `/settings/products/${line.id}`,
        cells: {
          name: localName(line, locale),
          sku: line.sku ?? "—",
          category: line.category ? localName(line.category, locale) : "—",
          listPrice: line.price,
          active: (
            <Tag status={line.active ? "good" : "neutral"}>
              {t(`statuses.${line.active ? "active" : "inactive"}`)}
            </Tag>
          ),
          externalId: line.externalId ? `${line.source}: ${line.externalId}` : "—",
        },
      }))}
      total={total}
      page={params.page}
      pageSize={params.size}
      sort={params.sort ?? "name"}
      toolbar={toolbar}
      phone="cards"
      empty={
        <EmptyState icon={<Package />} title={t("empty")}>
          {t("emptyHint")}
        </EmptyState>
      }
    />
  );
}
