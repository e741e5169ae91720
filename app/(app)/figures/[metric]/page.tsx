import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FigureStanding } from "@/components/dashboard/figure-standing";
import { CardGrid } from "@/components/layout/card-grid";
import { PageHeader } from "@/components/layout/page-header";
import { FigureDefinition } from "@/components/metrics/figure-definition";
import { FigureRecords } from "@/components/metrics/figure-records";
import { figureText } from "@/components/metrics/figure-text";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { figureStanding } from "@/lib/dashboard/queries/figure-standing";
import { metricOf } from "@/lib/metrics/domain/catalogue";
import { explainFigure } from "@/lib/metrics/queries/figure";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

type Props = { params: Promise<{ metric: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("dashboard.figure"))("title") };
}

export default async function FigurePage(props: Props) {
  const [{ metric }, searchParams] = await Promise.all([props.params, props.searchParams]);
  const scope = await currentScope();
  const explained = await orNotFound(explainFigure(scope, metric, searchParams));
  const [t, names, f] = await Promise.all([
    getTranslations("dashboard"),
    getTranslations("metrics"),
    pageFormatter(),
  ]);
  const { figure, address } = explained;
  const { unit } = metricOf(address.metric);
  const standing = await figureStanding(scope, address, figure.value);
  const name = names(`${address.metric}.name`);
  return (
    <>
      <PageHeader
        title={`${name} ${figureText(f, unit, figure.value)}`}
        breadcrumb={
          <Breadcrumb
            label={t("title")}
            items={[{ label: t("title"), href: "/dashboard" }, { label: name }]}
          />
        }
      />
      <CardGrid>
        <FigureDefinition explained={explained} f={f} />
        {standing ? <FigureStanding standing={standing} unit={unit} f={f} /> : null}
      </CardGrid>
      <div className="mt-3.5">
        <FigureRecords explained={explained} f={f} />
      </div>
    </>
  );
}
