import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import type { CustomersView } from "@/lib/analysis/domain/customers-view";
import { GOOD, LEAVING } from "@/lib/analysis/domain/customers-working";
import type { RfmSegment } from "@/lib/analysis/domain/rfm";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ratio } from "@/lib/shared/ratio";
import { workedWords } from "./worked";

/** How many customers there are, who brings the revenue, and who is about to leave. */
export function CustomersLead({ view, f }: { view: CustomersView; f: Formatter }) {
  const t = useTranslations("analysis.customers.lead");
  const { segments, window, where, months } = view;
  const sum = (of: readonly RfmSegment[], what: "customers" | "revenue") =>
    segments
      .filter(({ segment }) => of.includes(segment))
      .reduce((total, one) => total + one[what], 0);
  const every = segments.map(({ segment }) => segment);
  const [customers, revenue] = [sum(every, "customers"), sum(every, "revenue")];
  const share = ratio(sum(GOOD, "revenue"), revenue);
  const leaving = sum(LEAVING, "customers");
  const figure = (metric: "active_customers" | "repeat_rate", value: string) => () => (
    <b key={metric}>
      <FigureAt address={{ metric, range: window, where }} value={value} />
    </b>
  );
  const count = f.number(customers);
  const again = f.percent(view.figures.repeat_rate?.value);
  const [good, left] = [workedWords(view.self, "good"), workedWords(view.self, "leaving")];
  return (
    <>
      {t.rich("ordered", {
        customers: figure("active_customers", count),
        again: figure("repeat_rate", again),
        ...{ months: f.number(months), count, rate: again },
      })}{" "}
      {share === null
        ? null
        : t.rich("good", {
            ...{
              b: good,
              c: good,
              count: f.number(sum(GOOD, "customers")),
              share: f.percent(share),
            },
          })}{" "}
      {leaving > 0
        ? t.rich("leaving", {
            ...{ b: left, count: f.number(leaving), revenue: f.money(sum(LEAVING, "revenue")) },
          })
        : null}
    </>
  );
}
