import Link from "next/link";
import { useTranslations } from "next-intl";
import { Bullet } from "@/components/charts/bullet";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import type { CustomersView } from "@/lib/analysis/domain/customers-view";
import { RFM_RULES, type RfmRule, type RfmSegment } from "@/lib/analysis/domain/rfm";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { Worked } from "./worked";

type Props = {
  view: CustomersView;
  f: Formatter;
  hrefWith: (changed: Record<string, string | null>) => string;
};

/** "R 4–5 · F 1"; a measure that may have any score is left out. */
function ruleText({ r, f, m }: RfmRule): string {
  const range = ([from, to]: RfmRule["r"]) => (from === to ? `${from}` : `${from}–${to}`);
  return Object.entries({ R: r, F: f, M: m })
    .filter(([, [from, to]]) => from > 1 || to < 5)
    .map(([name, scores]) => `${name} ${range(scores)}`)
    .join(" · ");
}

/** The named segments with their rules; each opens its customers below. */
export function RfmCard({ view, f, hrefWith }: Props) {
  const t = useTranslations("analysis.customers");
  const { segments } = view;
  const total = (what: "customers" | "orders" | "revenue") =>
    segments.reduce((sum, one) => sum + one[what], 0);
  const [customers, revenue] = [total("customers"), total("revenue")];
  const largest = Math.max(...segments.map((one) => ratio(one.revenue, revenue) ?? 0), 0.01);
  const at = (segment: RfmSegment, what: string, value: string) => (
    <Worked
      self={view.self}
      at={`segment.${segment}`}
      label={`${t(`segments.${segment}`)} ${what}`}
      value={value}
    />
  );
  const whole = (what: string, value: string) => (
    <Worked self={view.self} at="whole" label={`${t("rfm.total")} ${what}`} value={value} />
  );
  return (
    <Card flush title={t("rfm.title")} sub={t("rfm.sub")}>
      <SimpleTable
        caption={t("rfm.title")}
        columns={[
          { id: "segment", label: t("rfm.segment") },
          { id: "customers", label: t("rfm.customers"), align: "right" },
          { id: "part", label: t("rfm.part"), align: "right" },
          { id: "revenue", label: t("rfm.revenue"), align: "right" },
          { id: "bar", label: t("rfm.share"), hideLabel: true, wideOnly: true, width: "16%" },
          { id: "share", label: t("rfm.share"), align: "right" },
        ]}
        rows={segments.map((one) => {
          const rule = RFM_RULES.find(({ segment }) => segment === one.segment);
          const share = ratio(one.revenue, revenue);
          const shared = f.percent(share);
          return {
            id: one.segment,
            cells: {
              segment: (
                <span className="flex flex-wrap items-baseline gap-x-2">
                  <Link
                    className="link"
                    href={`${hrefWith({ segment: one.segment, page: null })}#scored`}
                    aria-current={view.chosen === one.segment ? "true" : undefined}
                  >
                    {t(`segments.${one.segment}`)}
                  </Link>
                  <span className="text-muted text-xs">{rule ? ruleText(rule) : null}</span>
                </span>
              ),
              customers: at(one.segment, t("rfm.customers"), f.number(one.customers)),
              part: at(one.segment, t("rfm.part"), f.percent(ratio(one.customers, customers))),
              revenue: at(one.segment, t("rfm.revenue"), f.money(one.revenue)),
              bar: (
                <Bullet
                  size="mini"
                  share={share}
                  max={largest}
                  label={`${t("rfm.share")} ${shared}`}
                />
              ),
              share: at(one.segment, t("rfm.share"), shared),
            },
          };
        })}
        totals={{
          segment: t("rfm.total"),
          customers: whole(t("rfm.customers"), f.number(customers)),
          revenue: whole(t("rfm.revenue"), f.money(revenue)),
        }}
      />
    </Card>
  );
}
