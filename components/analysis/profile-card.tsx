import { useTranslations } from "next-intl";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Figure } from "@/components/ui/figure";
import type { CustomersView, ProfileTrait, TraitView } from "@/lib/analysis/domain/customers-view";
import { winRate } from "@/lib/analysis/domain/outcome";
import type { DecisionStage, Motive, ValueDriver } from "@/lib/customers/domain/buying-profile";
import { dealListHref } from "@/lib/deals/schema";
import type { Formatter } from "@/lib/platform/i18n/format";
import { NONE } from "@/lib/shared/list-params";
import { RateCell } from "./rate-cell";
import { Worked } from "./worked";

type Words = ReturnType<typeof useTranslations<"customers.profile">>;

/** The words the form offers for a driver, motive or stage. */
function wordOf(t: Words, trait: ProfileTrait, key: string): string {
  if (trait === "driver") return t(`drivers.${key as ValueDriver}`);
  if (trait === "motive") return t(`motives.${key as Motive}`);
  return t(`stages.${key as DecisionStage}`);
}

type Props = { view: CustomersView; trait: ProfileTrait; f: Formatter };

/** Win rate and revenue of closed deals by what their buyers judge by. */
export function ProfileCard({ view, trait, f }: Props) {
  const t = useTranslations("analysis.customers.profile");
  const words = useTranslations("customers.profile");
  const rows = view.traits.filter((one) => one.trait === trait);
  const name = ({ key }: TraitView) => (key === null ? t("unsaid") : wordOf(words, trait, key));
  return (
    <Card flush title={t(`${trait}.title`)} sub={t(`${trait}.sub`)}>
      <SimpleTable
        caption={t(`${trait}.title`)}
        columns={[
          { id: "name", label: t(`${trait}.name`) },
          { id: "closed", label: t("closed"), align: "right" },
          { id: "rate", label: t("rate"), align: "right" },
          { id: "revenue", label: t("revenue"), align: "right" },
        ]}
        rows={rows.map((one) => ({
          id: one.key ?? NONE,
          cells: { name: name(one), ...cells(one, name(one), { view, trait, f }, t("closed")) },
        }))}
        empty={<EmptyState title={t("none")} />}
      />
    </Card>
  );
}

function cells(one: TraitView, name: string, { view, trait, f }: Props, label: string) {
  const { rate, n, interval } = winRate(one);
  const { rep, unit } = view.where;
  const href = dealListHref({
    ...{ from: view.window.from, to: view.window.to, date: "closed", kind: "closed" },
    ...{ [trait]: [one.key ?? NONE], owner: rep ? [rep] : undefined, unit: unit ?? undefined },
  });
  const at = (value: string) => (
    <Worked self={view.self} at={`trait.${trait}.${one.key ?? NONE}`} label={name} value={value} />
  );
  return {
    closed: <Figure label={`${name} ${label}`} value={f.number(n)} href={href} />,
    rate: <RateCell rate={f.percent(rate)} {...{ interval, at, f }} />,
    revenue: at(f.money(one.revenue)),
  };
}
