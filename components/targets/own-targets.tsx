import { getLocale, getTranslations } from "next-intl/server";
import { SimpleTable } from "@/components/tables/simple-table";
import { Card } from "@/components/ui/card";
import { createFormatter } from "@/lib/platform/i18n/format";
import type { Period } from "@/lib/shared/period";
import type { NumberKind } from "@/lib/shared/typed-number";
import type { TargetKpi, Tier, Tiers } from "@/lib/targets/domain/target-kpi";

export type OwnTargetView = {
  kpi: TargetKpi;
  kind: NumberKind;
  unit: { id: string; name: string };
  lines: readonly {
    period: Period;
    values: Tiers;
    actual: number | null;
    base: number | null;
    amount: number | null;
    attainment: number | null;
  }[];
};

/** A person's own targets in force with what is reached so far; read-only. On a phone the tiers beside the target are scrolled to. */
export async function OwnTargets({
  targets,
  quarter,
  quarterLabel,
  currency,
}: {
  targets: readonly OwnTargetView[];
  quarter: Period;
  quarterLabel: string;
  currency: string;
}) {
  const [locale, t, metrics] = await Promise.all([
    getLocale(),
    getTranslations("targets"),
    getTranslations("metrics"),
  ]);
  const format = createFormatter({ locale, currency });
  const several = new Set(targets.map(({ unit }) => unit.id)).size > 1;
  return (
    <div className="grid gap-3.5">
      {targets.map(({ kpi, kind, unit, lines }) => {
        const isGrowth = kpi === "growth";
        const show = (value: number | null) =>
          kind === "ratio" ? format.percent(value) : format.number(value);
        const name = metrics(`${kpi}.name`);
        const tierColumn = (tier: Tier) => ({
          id: tier,
          label: t(`tiers.${tier}`),
          align: "right" as const,
        });
        const columns = [
          { id: "period", label: t("period") },
          tierColumn("target"),
          ...(isGrowth ? [{ id: "amount", label: t("amount"), align: "right" as const }] : []),
          {
            id: "actual",
            label: isGrowth ? t("revenueSoFar") : t("soFar"),
            align: "right" as const,
          },
          { id: "attainment", label: t("attainment"), align: "right" as const },
          tierColumn("floor"),
          tierColumn("stretch"),
        ];
        const rows = lines.map(({ period, values, actual, base, amount, attainment }) => ({
          id: `${period.from}${period.to}`,
          cells: {
            period:
              period.from === quarter.from && period.to === quarter.to
                ? quarterLabel
                : format.month(period.from),
            floor: show(values.floor),
            target: <b>{show(values.target)}</b>,
            stretch: show(values.stretch),
            amount: (
              <span title={t("baseHint", { base: format.number(base, 0) })}>
                {format.number(amount, 0)}
              </span>
            ),
            actual: kind === "ratio" && !isGrowth ? show(actual) : format.number(actual, 0),
            attainment: format.percent(attainment),
          },
        }));
        return (
          <Card
            key={`${kpi}${unit.id}`}
            title={several ? `${name} · ${unit.name}` : name}
            sub={kind === "money" || isGrowth ? t("inCurrency", { currency }) : undefined}
            flush
          >
            <SimpleTable caption={name} columns={columns} rows={rows} />
          </Card>
        );
      })}
    </div>
  );
}
