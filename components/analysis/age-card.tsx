import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import type { FunnelView, StageAges } from "@/lib/analysis/domain/funnel-view";
import { agedDeals } from "@/lib/analysis/domain/funnel-working";
import { STAGE_AGES } from "@/lib/deals/domain/stage-age";
import { dealListHref } from "@/lib/deals/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { Worked } from "./worked";

type Props = { view: FunnelView; f: Formatter };
type Band = (typeof STAGE_AGES)[number];

/** Open deals by stage and by how long they have been in it; each number opens its deals. */
export function AgeCard({ view, f }: Props) {
  const t = useTranslations("analysis.funnel.ages");
  const bandName = ({ from, to }: Band) =>
    to === null ? t("over", { days: f.number(from - 1) }) : t("band", { from, to });
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "stage", label: t("stage"), nowrap: true },
          ...STAGE_AGES.map((band) => ({
            ...{ id: `${band.from}`, label: bandName(band), align: "right" as const },
          })),
        ]}
        rows={view.ages.map((ages) => ({
          id: ages.stage.id,
          cells: { stage: localName(ages.stage, f.locale), ...cells(ages, { view, f }, bandName) },
        }))}
        totals={{ stage: t("together"), ...sums(view, f, bandName) }}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

function cells({ stage, bands }: StageAges, { view, f }: Props, bandName: (band: Band) => string) {
  const name = localName(stage, f.locale);
  return Object.fromEntries(
    STAGE_AGES.map((band, index) => {
      const { deals = 0, amount = 0 } = bands[index] ?? {};
      const href = dealListHref(agedDeals(view, stage.id, band.from));
      const label = `${name} ${bandName(band)}`;
      return [
        `${band.from}`,
        deals === 0 ? (
          "—"
        ) : (
          // One below the other, each as high as a finger needs.
          <>
            <span className="block min-h-6">
              <Figure label={label} value={f.number(deals)} href={href} />
            </span>
            <span className="block min-h-6 text-muted text-xs">
              <Figure label={label} value={f.money(amount)} href={href} />
            </span>
          </>
        ),
      ];
    }),
  );
}

function sums({ ages, self }: FunnelView, f: Formatter, bandName: (band: Band) => string) {
  const sum = (index: number) => ages.reduce((n, { bands }) => n + (bands[index]?.deals ?? 0), 0);
  return Object.fromEntries(
    STAGE_AGES.map((band, index) => [
      `${band.from}`,
      <Worked
        key={band.from}
        self={self}
        at={`age.${band.from}`}
        label={bandName(band)}
        value={f.number(sum(index))}
      />,
    ]),
  );
}
