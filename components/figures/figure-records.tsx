import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { ExplainedFigure, Records } from "@/lib/figures/domain/explained-figure";
import { type FigureAddress, figureHref } from "@/lib/figures/domain/figure-link";
import { isAdditive } from "@/lib/metrics/domain/catalogue";
import type { Formatter } from "@/lib/platform/i18n/format";
import { DEFAULT_PAGE_SIZE } from "@/lib/shared/list-params";
import { recordsTable } from "./records-table";

/** The first records behind a figure; the list they come from shows and exports all of them. */
export function FigureRecords({ explained, f }: { explained: ExplainedFigure; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  const { records, address, baseHref } = explained;
  if (!records) return null;
  const { columns, rows } = recordsTable(records, t, f);
  return (
    <Card
      flush
      title={t("records")}
      sub={<Shown records={records} isSum={isAdditive(address.metric)} f={f} />}
      actions={
        <>
          {baseHref ? (
            <LinkButton size="sm" href={baseHref}>
              {t("baseRecords")}
            </LinkButton>
          ) : null}
          {"pages" in records ? (
            <Pages records={records} address={address} />
          ) : (
            <LinkButton size="sm" href={records.href}>
              {t("allRecords")}
            </LinkButton>
          )}
        </>
      }
    >
      <SimpleTable
        caption={t("records")}
        columns={columns}
        rows={rows}
        empty={<EmptyState title={t("noRecords")} />}
      />
    </Card>
  );
}

/** How many are shown, and how the figure comes from them. */
function Shown({ records, isSum, f }: { records: Records; isSum: boolean; f: Formatter }) {
  const t = useTranslations("dashboard.figure");
  if (records.rows.length === 0) return null;
  const shown = f.number(records.rows.length);
  const kind = isSum ? "recordsSum" : "recordsRatio";
  if ("pages" in records && records.pages > 1)
    return t("recordsPage", { page: f.number(records.page), pages: f.number(records.pages) });
  return t(records.rows.length < DEFAULT_PAGE_SIZE ? `${kind}All` : kind, { shown });
}

function Pages({
  records: { page, pages },
  address,
}: {
  records: Extract<Records, { pages: number }>;
  address: FigureAddress;
}) {
  const t = useTranslations("common");
  const href = (to: number) => `${figureHref(address)}&page=${to}`;
  return (
    <>
      {page > 1 ? (
        <LinkButton size="sm" href={href(page - 1)}>
          {t("previousPage")}
        </LinkButton>
      ) : null}
      {page < pages ? (
        <LinkButton size="sm" href={href(page + 1)}>
          {t("nextPage")}
        </LinkButton>
      ) : null}
    </>
  );
}
