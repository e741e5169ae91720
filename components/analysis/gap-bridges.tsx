import { useTranslations } from "next-intl";
import { WaterfallChart } from "@/components/charts/waterfall-chart";
import { CardGrid } from "@/components/layout/card-grid";
import type { Bridge, Bridges } from "@/lib/analysis/domain/gap-view";
import { workingHref } from "@/lib/analysis/domain/working";
import { figureHref } from "@/lib/figures/domain/figure-link";
import type { Formatter } from "@/lib/platform/i18n/format";
import { chartNumbers } from "./chart-numbers";
import { signedText } from "./signed-text";
import { WorkedLink } from "./worked";

/** Revenue and won amounts since an earlier period, each split in its own way: the bars sum to the difference. */
export function GapBridges({
  bridges,
  self,
  f,
}: {
  bridges: Bridges;
  /** The page, see `workingHref`. */
  self: string;
  f: Formatter;
}) {
  const { price, customers, deals, base } = bridges;
  const shared = { base, self, f };
  return (
    <CardGrid columns={deals ? "thirds" : "halves"}>
      <BridgeChart kind="price" bridge={price} {...shared} />
      <BridgeChart kind="customers" bridge={customers} {...shared} />
      {deals ? <BridgeChart kind="deals" bridge={deals} {...shared} /> : null}
    </CardGrid>
  );
}

type BridgeProps = {
  kind: "price" | "customers" | "deals";
  bridge: Bridge;
  base: Bridges["base"];
  self: string;
  f: Formatter;
};

function BridgeChart({ kind, bridge, base, self, f }: BridgeProps) {
  const t = useTranslations("analysis.bridge");
  const g = useTranslations("analysis.gap");
  const money = (value: number) => signedText(f, "revenue", value);
  const bars = bridge.bars.filter(({ amount }) => amount !== 0);
  const largest = bars.toSorted((a, b) => Math.abs(b.amount) - Math.abs(a.amount))[0];
  const label = (id: string) => t(`bars.${id}` as "bars.price");
  const total = (name: string, { address, value }: Bridge["now"]) => ({
    label: name,
    value: value ?? 0,
    kind: "total" as const,
    text: f.money(value),
    href: figureHref(address),
  });
  const summary = {
    change: money((bridge.now.value ?? 0) - (bridge.before.value ?? 0)),
    largest: largest ? label(largest.id) : "—",
    amount: money(largest?.amount ?? 0),
  };
  return (
    <WaterfallChart
      title={t(`${kind}.title`)}
      summary={`${t("summary", summary)} ${t(`${kind}.note`)}`}
      actions={<WorkedLink self={self} at={`bridge.${kind}`} />}
      steps={[
        total(g(`against.${base}`), bridge.before),
        ...bars.map(({ id, amount, count }) => ({
          label: count === undefined ? label(id) : t("counted", { label: label(id), count }),
          value: amount,
          kind: "change" as const,
          text: money(amount),
          href: workingHref(self, `bridge.${kind}.${id}`),
        })),
        total(g("now"), bridge.now),
      ]}
      numbers={chartNumbers(f, "revenue")}
      stepHeading={t("part")}
      valueHeading={t("amount")}
      height={230}
    />
  );
}
