import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { type Cohort, type CohortCell, retentionAfter } from "@/lib/analysis/domain/cohorts";
import type { CustomersView } from "@/lib/analysis/domain/customers-view";
import type { FigureAddress } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addMonths, type BusinessDate } from "@/lib/shared/business-date";
import { Worked } from "./worked";

const monthFrom = (from: BusinessDate) => ({ from, to: addMonths(from, 1) });

/** Customers by the month of their first order, and which share ordered in each month since. */
export function CohortCard({ view, f }: { view: CustomersView; f: Formatter }) {
  const t = useTranslations("analysis.customers.cohorts");
  const { cohorts, where } = view;
  const longest = Math.max(0, ...cohorts.map(({ later }) => later.length));
  const ages = Array.from({ length: longest }, (_, index) => index + 1);
  const at = (metric: FigureAddress["metric"], from: BusinessDate, cohort?: BusinessDate) => ({
    ...{ metric, range: monthFrom(from), where },
    base: cohort && monthFrom(cohort),
  });
  return (
    <Card flush title={t("title")} sub={t("sub")}>
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "month", label: t("first"), nowrap: true },
          { id: "size", label: t("size"), align: "right" },
          ...ages.map((age) => ({
            ...{ id: `${age}`, label: t("age", { n: f.number(age) }) },
            align: "right" as const,
          })),
        ]}
        rows={cohorts.map((cohort) => {
          const name = f.month(cohort.month);
          const size = f.number(cohort.size);
          const cells = cohort.later.map((cell, index) => [
            `${index + 1}`,
            <Cell
              key={cell.month}
              cell={cell}
              address={at("cohort_retention", cell.month, cohort.month)}
              {...{ name, f }}
            />,
          ]);
          const sized = (
            <FigureAt
              key="size"
              address={at("new_customers", cohort.month)}
              who={name}
              value={size}
            />
          );
          return {
            id: cohort.month,
            cells: {
              month: name,
              size: sized,
              ...empty(ages, cohort),
              ...Object.fromEntries(cells),
            },
          };
        })}
        totals={{
          month: t("together"),
          ...Object.fromEntries(
            ages.map((age) => [
              `${age}`,
              <Worked
                key={age}
                self={view.self}
                at={`retention.${age}`}
                label={`${t("together")} ${t("age", { n: f.number(age) })}`}
                value={f.percent(retentionAfter(cohorts, age), 0)}
              />,
            ]),
          ),
        }}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

/** Months a cohort has not lived yet stay blank. */
const empty = (ages: readonly number[], { later }: Cohort) =>
  Object.fromEntries(ages.slice(later.length).map((age) => [`${age}`, ""]));

/** The fuller the bar under the share, the more came back. */
function Cell({
  cell,
  address,
  name,
  f,
}: {
  cell: CohortCell;
  address: FigureAddress;
  name: string;
  f: Formatter;
}) {
  const who = `${name} ${f.month(cell.month)}`;
  return (
    <span
      className="-my-1 block rounded-[3px] px-1 py-1"
      style={{
        background: `color-mix(in oklab, var(--accent) ${Math.round(cell.share * 45)}%, transparent)`,
      }}
    >
      <FigureAt address={address} who={who} value={f.percent(cell.share, 0)} />
    </span>
  );
}
