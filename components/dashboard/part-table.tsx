import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { Change } from "@/components/ui/change";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { DashboardView, PartView } from "@/lib/dashboard/domain/dashboard-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import { growth } from "@/lib/metrics/domain/growth";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

type Props = {
  parts: readonly PartView[];
  of: "product" | "region";
  frame: DashboardView["frame"];
  /** Revenue of the whole. */
  whole: FigureAddress;
  f: Formatter;
  previousName: string;
  /** Address of the page with all rows or the largest only. */
  hrefWith: (params: Record<string, string | null>) => string;
  showAll: boolean;
};

const SHOWN = 12;
const LIMIT = 500;

/** Revenue by product or region: amount, share, change on last year (on the previous period where there was none). */
export function PartTable(props: Props) {
  const { parts, of, f, previousName, hrefWith, showAll } = props;
  const t = useTranslations("dashboard.parts");
  const title = t(of === "product" ? "byProduct" : "byRegion");
  const onYear = parts.some(({ lastYear }) => lastYear !== null);
  const largest = Math.max(0, ...parts.map(({ share }) => share ?? 0)) || 1;
  const context = { ...props, onYear, largest };
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
        rows={parts.slice(0, showAll ? LIMIT : SHOWN).map((part) => {
          const name = partName(part, t(of === "product" ? "noProduct" : "noRegion"), f.locale);
          return { id: part.key ?? "none", cells: cells(part, name, t("share"), context) };
        })}
        totals={parts.length > 1 ? totals(t("total"), props) : undefined}
        empty={<EmptyState title={t("empty")} />}
      />
      {parts.length > SHOWN ? (
        <div className="px-4 py-2">
          <LinkButton
            variant="ghost"
            size="sm"
            href={hrefWith({ allProducts: showAll ? null : "1" })}
            scroll={false}
          >
            {showAll ? t("less") : t("more", { count: parts.length - SHOWN })}
          </LinkButton>
        </div>
      ) : null}
    </Card>
  );
}

type Context = Props & { onYear: boolean; largest: number };

function cells(part: PartView, name: string, shareName: string, context: Context) {
  const { f, of, largest } = context;
  const share = f.percent(part.share);
  const { range, where } = part.address;
  const shareAt: FigureAddress = { metric: "share", of: "revenue", part: of, range, where };
  return {
    name,
    revenue: <FigureAt address={part.address} who={name} value={f.money(part.revenue)} />,
    bar: <Bullet size="mini" share={part.share} max={largest} label={`${shareName} ${share}`} />,
    share: part.share === null ? "—" : <FigureAt address={shareAt} who={name} value={share} />,
    change: <PartChange part={part} name={name} context={context} />,
  };
}

function totals(label: string, { parts, whole, f }: Props) {
  const sum = parts.reduce((total, { revenue }) => total + revenue, 0);
  return { name: label, revenue: <FigureAt address={whole} value={f.money(sum)} /> };
}

function partName({ name, key }: PartView, without: string, locale: string): string {
  if (name) return localName(name, locale);
  return key === null ? without : "—";
}

function PartChange({ part, name, context }: { part: PartView; name: string; context: Context }) {
  const { f, onYear, frame } = context;
  const t = useTranslations("dashboard.parts");
  const grown = growth(part.revenue, (onYear ? part.lastYear : part.previous) ?? 0);
  const base = onYear ? frame.lastYearElapsed : frame.previousElapsed;
  if (grown.kind === "new") return <span className="text-muted">{t("isNew")}</span>;
  if (grown.kind === "undefined") return "—";
  const { range, where } = part.address;
  const at: FigureAddress = { metric: "growth", of: "revenue", range, base, where };
  return (
    <Change
      direction={grown.rate}
      text={<FigureAt address={at} who={name} value={f.signedPercent(grown.rate)} />}
    />
  );
}
