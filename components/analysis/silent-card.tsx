import { useTranslations } from "next-intl";
import { FigureAt } from "@/components/figures/figure-at";
import { SelectFilter } from "@/components/tables/filters";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { CustomersView } from "@/lib/analysis/domain/customers-view";
import { INACTIVE_TIMES } from "@/lib/analysis/domain/inactive";
import type { Formatter } from "@/lib/platform/i18n/format";
import { addMonths, type BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import { Worked, WorkedLink } from "./worked";

/** Customers that have been silent for longer than is usual for them. */
export function SilentCard({ view, f }: { view: CustomersView; f: Formatter }) {
  const t = useTranslations("analysis.customers.silent");
  const { silent, window, where } = view;
  const range = { from: addMonths(window.to, -36), to: window.to };
  const facts = {
    ...{ times: f.number(silent.times), inactive: f.number(silent.inactive) },
    ...{ judged: f.number(silent.judged), revenue: f.money(silent.revenue) },
  };
  const times = (value: number) => t("times", { times: f.number(value) });
  const [usual, ...others] = INACTIVE_TIMES;
  return (
    <Card
      flush
      title={t("title")}
      sub={t("sub", facts)}
      actions={
        <>
          <WorkedLink self={view.self} at="silent" />
          <SelectFilter
            param="times"
            label={t("choose")}
            allLabel={times(usual)}
            options={others.map((value) => ({ value: `${value}`, label: times(value) }))}
          />
        </>
      }
    >
      <SimpleTable
        caption={t("title")}
        columns={[
          { id: "name", label: t("customer") },
          { id: "last", label: t("last"), nowrap: true, wideOnly: true },
          { id: "gap", label: t("gap"), align: "right" },
          { id: "silent", label: t("for"), align: "right" },
          { id: "revenue", label: t("revenue"), align: "right" },
        ]}
        rows={silent.rows.map((one) => {
          const name = localName(one, f.locale);
          const address = {
            metric: "revenue",
            range,
            where: { ...where, customer: one.id },
          } as const;
          const worked = (what: string, value: string) => (
            <Worked
              self={view.self}
              at={`silence.${one.id}`}
              label={`${name} ${what}`}
              value={value}
            />
          );
          return {
            id: one.id,
            href: `/customers/${one.id}`,
            cells: {
              name,
              last: f.date(one.lastOn as BusinessDate),
              gap: worked(t("gap"), f.days(one.gap)),
              silent: worked(t("for"), f.days(one.silent)),
              revenue: <FigureAt address={address} who={name} value={f.money(one.revenue)} />,
            },
          };
        })}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}
