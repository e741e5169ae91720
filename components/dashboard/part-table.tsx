import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { Change } from "@/components/ui/change";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import type { PartView } from "@/lib/dashboard/domain/dashboard-view";
import { figureHref } from "@/lib/metrics/domain/figure-link";
import { growth } from "@/lib/metrics/domain/growth";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type Props = {
  parts: readonly PartView[];
  of: "product" | "region";
  f: Formatter;
  previousName: string;
};

const SHOWN = 12;

/** Revenue by product or region: amount, share, change on last year (on the previous period where there was none). */
export function PartTable({ parts, of, f, previousName }: Props) {
  const t = useTranslations("dashboard.parts");
  const title = t(of === "product" ? "byProduct" : "byRegion");
  const onYear = parts.some(({ lastYear }) => lastYear !== null);
  const shown = parts.slice(0, SHOWN);
  const rest = parts.slice(SHOWN);
  const largest = Math.max(0, ...parts.map(({ share }) => share ?? 0)) || 1;
  return (
    <Card flush title={title} sub={onYear ? t("sub") : t("subPrevious", { period: previousName })}>
      <SimpleTable
        caption={title}
        columns={[
          { id: "name", label: t(of), nowrap: true },
          { id: "revenue", label: t("revenue"), align: "right" },
          { id: "bar", label: t("share"), hideLabel: true, wideOnly: true, width: "20%" },
          { id: "share", label: t("share"), align: "right" },
          { id: "change", label: t("change"), align: "right" },
        ]}
        rows={shown.map((part) => {
          const name = partName(part, t(of === "product" ? "noProduct" : "noRegion"), f.locale);
          return {
            id: part.key ?? "none",
            cells: {
              name,
              revenue: (
                <Figure
                  label={name}
                  value={f.money(part.revenue)}
                  href={figureHref(part.address)}
                />
              ),
              bar: (
                <Bullet
                  size="mini"
                  share={part.share}
                  max={largest}
                  label={`${t("share")} ${f.percent(part.share)}`}
                />
              ),
              share: f.percent(part.share),
              change: (
                <PartChange part={part} base={onYear ? part.lastYear : part.previous} f={f} />
              ),
            },
          };
        })}
        totals={rest.length > 0 ? restCells(rest, t("rest", { count: rest.length }), f) : undefined}
        empty={<EmptyState title={t("revenue")} />}
      />
    </Card>
  );
}

function restCells(rest: readonly PartView[], label: string, f: Formatter) {
  return {
    name: label,
    revenue: f.money(rest.reduce((sum, { revenue }) => sum + revenue, 0)),
    share: f.percent(rest.reduce((sum, { share }) => sum + (share ?? 0), 0)),
  };
}

function partName({ name, key }: PartView, without: string, locale: string): string {
  if (name) return localName(name, locale);
  return key === null ? without : "—";
}

function PartChange({ part, base, f }: { part: PartView; base: number | null; f: Formatter }) {
  const t = useTranslations("dashboard.parts");
  const grown = growth(part.revenue, base ?? 0);
  if (grown.kind === "new") return <span className="text-muted">{t("isNew")}</span>;
  if (grown.kind === "undefined") return "—";
  return <Change direction={grown.rate} text={f.signedPercent(grown.rate)} />;
}
