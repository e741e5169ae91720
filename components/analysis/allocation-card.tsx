import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Tag } from "@/components/ui/tag";
import { type Allocation, type EffortView, payoff } from "@/lib/analysis/domain/effort-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { NONE } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import { ratio } from "@/lib/shared/ratio";
import { Worked, WorkedLink } from "./worked";

type Props = { view: EffortView; f: Formatter };
type Translate = ReturnType<typeof useTranslations<"analysis.effort.allocation">>;

type Column = "hours" | "share" | "perWin" | "booked" | "perHour" | "perCost" | "against";

const right = { align: "right" } as const;

/** Hours and what they brought, by unit or rep: where people and money do most. */
export function AllocationCard({ view, f }: Props) {
  const t = useTranslations("analysis.effort.allocation");
  const { whole, hourCost, untimed } = view;
  const cost = f.money(hourCost);
  return (
    <Card
      flush
      title={t("title")}
      sub={t("sub", { cost, untimed: f.number(untimed) })}
      actions={<WorkedLink self={view.self} at="hours.whole" />}
    >
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "name", label: t(view.by) },
          { id: "activities", label: t("activities"), ...right },
          { id: "hours", label: t("hours"), ...right },
          { id: "share", label: t("share"), ...right, wideOnly: true },
          { id: "won", label: t("won"), ...right },
          { id: "perWin", label: t("perWin"), ...right },
          { id: "booked", label: t("booked"), ...right },
          { id: "perHour", label: t("perHour"), ...right },
          { id: "perCost", label: t("perCost"), ...right },
          { id: "against", label: t("against"), ...right },
        ]}
        rows={view.allocations.map((one) => {
          const name = one.name ? localName(one.name, f.locale) : t("nobody");
          return { id: one.key ?? NONE, cells: { name, ...cells(one, name, { view, f }, t) } };
        })}
        totals={{ name: t("together"), ...cells(whole, t("together"), { view, f }, t) }}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

function cells(one: Allocation, who: string, { view, f }: Props, t: Translate) {
  const { window: range, whole, hourCost } = view;
  const { hoursPerWin, bookedPerHour, perCost, against } = payoff(one, whole, hourCost);
  const at = (metric: FigureAddress["metric"], value: string) => (
    <FigureAt address={{ metric, range, where: one.where }} who={who} value={value} />
  );
  const name = one === whole ? "whole" : (one.key ?? NONE);
  const worked = (what: Column, value: string) => (
    <Worked self={view.self} at={`hours.${name}`} label={`${who} ${t(what)}`} value={value} />
  );
  const times = worked("against", f.number(against, 2));
  return {
    activities: at("activities", f.number(one.activities)),
    hours: worked("hours", f.number(one.hours, 0)),
    share: worked("share", f.percent(ratio(one.hours, whole.hours))),
    won: at("won_deals", f.number(one.won)),
    perWin: worked("perWin", f.number(hoursPerWin, 1)),
    booked: worked("booked", f.money(one.booked)),
    perHour: worked("perHour", f.money(bookedPerHour)),
    perCost: worked("perCost", f.number(perCost, 1)),
    against:
      against === null ? (
        "—"
      ) : against >= 1.2 ? (
        <Tag status="good">{times}</Tag>
      ) : against < 0.8 ? (
        <Tag status="warn">{times}</Tag>
      ) : (
        times
      ),
  };
}
