import { useTranslations } from "next-intl";
import { BarChart } from "@/components/charts/bar-chart";
import { LineChart } from "@/components/charts/line-chart";
import type {
  Evidence,
  ProductEvidence,
  RateEvidence,
  UnitEvidence,
} from "@/lib/findings/domain/evidence";
import type { NumberedNotes } from "@/lib/market/domain/numbered-notes";
import type { Formatter } from "@/lib/platform/i18n/format";
import { lastDay } from "@/lib/shared/period";
import { ratio } from "@/lib/shared/ratio";

type Props<E> = {
  evidence: E;
  name: string;
  nameOf: (id: string) => string | null;
  /** What was noted in the market meanwhile. */
  notes: readonly NumberedNotes[];
  f: Formatter;
};

/** The series or the comparison a finding rests on; what is one figure stands in the sentence. */
export function FindingEvidence(props: Props<Evidence>) {
  const { evidence, ...rest } = props;
  switch (evidence.kind) {
    case "product_low":
      return <ProductChart {...rest} evidence={evidence} />;
    case "unit_low":
      return <UnitChart {...rest} evidence={evidence} />;
    case "stage_leak":
    case "theme_rising":
    case "competitor_rising":
      return <RateChart {...rest} evidence={evidence} />;
    default:
      return null;
  }
}

/** The product's revenue against all others', its former level being 1. */
function ProductChart({ evidence, name, notes, f }: Props<ProductEvidence>) {
  const t = useTranslations("findings.evidence");
  return (
    <LineChart
      title={t("index")}
      summary={t("indexSummary", { name, level: f.number(evidence.index.at(-1) ?? null, 2) })}
      pointHeading={t("month")}
      numbers={{ locale: f.locale, options: { maximumFractionDigits: 2 } }}
      series={[{ key: "index", label: name, endLabel: name }]}
      levels={[{ value: 1, label: t("formerLevel"), strong: true }]}
      events={notes.map(({ number, bucket }) => ({ at: f.month(bucket), label: `${number}` }))}
      points={evidence.months.map((month, at) => ({
        label: f.month(month),
        tick: f.monthShort(month),
        values: { index: evidence.index[at] ?? null },
      }))}
    />
  );
}

/** Each unit's revenue against what its size lets expect, the lowest first. */
function UnitChart({ evidence, name, nameOf, f }: Props<UnitEvidence>) {
  const t = useTranslations("findings.evidence");
  const rows = [
    { label: name, share: ratio(evidence.revenue, evidence.expected), own: true },
    ...evidence.peers.map(({ unitId, share }, at) => ({
      ...{ label: nameOf(unitId) ?? t("elsewhere", { n: at + 1 }), share, own: false },
    })),
  ].sort((a, b) => (a.share ?? 0) - (b.share ?? 0));
  return (
    <BarChart
      title={t("peers")}
      summary={t("peersSummary", {
        name,
        z: f.number(evidence.z, 1),
        peers: evidence.peers.length,
      })}
      pointHeading={t("unit")}
      direction="rows"
      numbers={{ locale: f.locale, options: { style: "percent", maximumFractionDigits: 0 } }}
      series={[
        { key: "own", label: name, color: "bad" },
        { key: "peer", label: t("others"), color: "muted" },
      ]}
      stacked
      level={{ value: 1, label: t("expected") }}
      points={rows.map(({ label, share, own }) => ({
        label,
        values: { own: own ? share : null, peer: own ? null : share },
      }))}
    />
  );
}

/** The rate before and now. */
function RateChart({ evidence, name, f }: Props<RateEvidence>) {
  const t = useTranslations("findings.evidence");
  const side = (label: string, { from, to, hits, n }: RateEvidence["recent"]) => ({
    label: `${label}: ${f.date(from)} – ${f.date(lastDay({ from, to }))}`,
    values: { rate: ratio(hits, n) },
  });
  return (
    <BarChart
      title={t("rates")}
      summary={t("ratesSummary", {
        name,
        hits: evidence.recent.hits,
        n: evidence.recent.n,
        beforeHits: evidence.before.hits,
        beforeN: evidence.before.n,
      })}
      pointHeading={t("time")}
      direction="rows"
      showValues
      numbers={{ locale: f.locale, options: { style: "percent", maximumFractionDigits: 1 } }}
      series={[{ key: "rate", label: t("rate") }]}
      points={[side(t("before"), evidence.before), side(t("now"), evidence.recent)]}
    />
  );
}
