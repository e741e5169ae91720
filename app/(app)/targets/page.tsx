import { Target } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { OwnTargets } from "@/components/targets/own-targets";
import { TargetSwitches } from "@/components/targets/target-switches";
import { TargetWorkspace } from "@/components/targets/target-workspace";
import { EmptyState } from "@/components/ui/empty-state";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { minorDigits } from "@/lib/shared/money";
import { TARGET_KPIS } from "@/lib/targets/domain/target-kpi";
import { targetsPage } from "@/lib/targets/queries/targets-page";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("targets");
  return { title: t("title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** Setting targets for those who may; the own targets, read-only, for everybody who has some. */
export default async function TargetsPage({ searchParams }: { searchParams: Search }) {
  const [scope, locale, search] = await Promise.all([currentScope(), getLocale(), searchParams]);
  const [t, metrics] = await Promise.all([getTranslations("targets"), getTranslations("metrics")]);
  const one = (name: string) => {
    const value = search[name];
    return typeof value === "string" ? value : undefined;
  };
  const asked = { kpi: one("kpi"), unit: one("unit"), period: one("period") };
  const page = await targetsPage(scope, asked, locale);
  const { kpi, quarter, grid, own, currency, timeZone } = page;
  const format = createFormatter({ locale, currency, timeZone });
  const quarterLabel = format.period(quarter.label);
  const switches = {
    units: page.units.map(({ id, name, depth }) => ({ value: id, label: name, depth })),
    unit: grid?.unitId ?? null,
    quarters: page.quarters.map(({ code, label }) => ({
      value: code,
      label: format.period(label),
    })),
    quarter: quarter.code,
    previous: page.previous.code,
    next: page.next.code,
    kpis: grid ? TARGET_KPIS.map((id) => ({ value: id, label: metrics(`${id}.name`) })) : [],
    kpi,
  };
  const storageKey = grid
    ? ["closeloop.targets", scope.userId, grid.unitId, quarter.code, kpi].join(".")
    : "";
  return (
    <ClientMessages namespaces={["targets"]}>
      <PageHeader
        title={t("title")}
        lead={
          grid
            ? t.rich("lead", {
                unit: grid.unitName,
                quarter: quarterLabel,
                currency,
                isMoney: String(grid.rule.kind === "money" || kpi === "growth"),
                b: (text) => <b>{text}</b>,
              })
            : t.rich("ownLead", { quarter: quarterLabel, b: (text) => <b>{text}</b> })
        }
      />
      {grid ? (
        <TargetWorkspace
          key={storageKey}
          grid={grid}
          switches={switches}
          periodLabels={grid.periods.map(({ from }, index) =>
            index === 0 ? quarterLabel : format.monthShort(from),
          )}
          title={metrics(`${kpi}.name`)}
          currency={currency}
          moneyDigits={minorDigits(currency)}
          timeZone={timeZone}
          mayUnlock={page.mayUnlock}
          storageKey={storageKey}
        />
      ) : (
        <TargetSwitches {...switches} />
      )}
      {own.length > 0 ? (
        <section className={grid ? "mt-6" : undefined} aria-label={t("ownTitle")}>
          {grid ? <h2 className="mb-2.5 font-semibold text-lg">{t("ownTitle")}</h2> : null}
          <OwnTargets
            targets={own}
            quarter={quarter}
            quarterLabel={quarterLabel}
            currency={currency}
          />
        </section>
      ) : grid ? null : (
        <EmptyState icon={<Target />} title={t("noneTitle", { quarter: quarterLabel })}>
          {t("noneText")}
        </EmptyState>
      )}
    </ClientMessages>
  );
}
