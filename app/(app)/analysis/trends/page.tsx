import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AnalysisHeader } from "@/components/analysis/analysis-header";
import { EmptyAnalysis } from "@/components/analysis/empty-analysis";
import { LowCard } from "@/components/analysis/low-card";
import { NoteCard } from "@/components/analysis/note-card";
import { SeasonChart } from "@/components/analysis/season-chart";
import { ShiftCard } from "@/components/analysis/shift-card";
import { TrendChart } from "@/components/analysis/trend-chart";
import { TrendsLead } from "@/components/analysis/trends-lead";
import { CardGrid } from "@/components/layout/card-grid";
import { SelectFilter } from "@/components/tables/filters";
import { LinkButton } from "@/components/ui/link-button";
import { TREND_METRICS } from "@/lib/analysis/domain/trends-view";
import { trendAnalysis } from "@/lib/analysis/queries/trends";
import { trendsParams } from "@/lib/analysis/schema";
import { frameSwitches } from "@/lib/dashboard/queries/choices";
import { numberedNotes } from "@/lib/market/domain/numbered-notes";
import { canEver } from "@/lib/people/domain/permissions";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { startOfMonth } from "@/lib/shared/business-date";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.trends"))("title") };
}

export default async function TrendsPage(props: { searchParams: Promise<SearchParams> }) {
  const params = trendsParams.parse(await props.searchParams);
  const scope = await currentScope();
  const [t, names, f, view] = await Promise.all([
    getTranslations("analysis.trends"),
    getTranslations("metrics"),
    pageFormatter(),
    trendAnalysis(scope, params),
  ]);
  const { frame, product, months } = view;
  const [usual, ...others] = TREND_METRICS;
  const href = (changed: { product: string | null }) =>
    hrefWith("/analysis/trends", { ...params, ...changed });
  return (
    <>
      <AnalysisHeader
        title={product ? t("titleOf", { product: localName(product, f.locale) }) : t("title")}
        lead={months.length > 0 ? <TrendsLead view={view} f={f} /> : null}
        switches={frameSwitches(frame, f)}
      >
        {product ? (
          <LinkButton href={href({ product: null })}>{t("allProducts")}</LinkButton>
        ) : null}
        <SelectFilter
          param="metric"
          label={t("metric")}
          allLabel={names(`${usual}.name`)}
          options={others.map((metric) => ({ value: metric, label: names(`${metric}.name`) }))}
        />
      </AnalysisHeader>
      {months.length > 0 ? (
        <>
          <TrendChart view={view} f={f} />
          <CardGrid>
            <SeasonChart view={view} f={f} />
            <div className="grid min-w-0 content-start gap-3.5">
              <ShiftCard view={view} f={f} />
              <NoteCard notes={numberedNotes(view.notes, startOfMonth)} nameOf={f.month} />
            </div>
          </CardGrid>
          <div className="mt-3.5">
            <LowCard view={view} f={f} hrefOf={(id) => href({ product: id })} />
          </div>
        </>
      ) : (
        <EmptyAnalysis
          title={t("none")}
          hint={t("noneHint")}
          canImport={canEver(scope, "import.run")}
        />
      )}
    </>
  );
}
