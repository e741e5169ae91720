import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { FigureDefinition } from "@/components/figures/figure-definition";
import { FigureHeading } from "@/components/figures/figure-heading";
import { FigureParts } from "@/components/figures/figure-parts";
import { FigureRecords } from "@/components/figures/figure-records";
import { FigureStanding } from "@/components/figures/figure-standing";
import { CardGrid } from "@/components/layout/card-grid";
import { explainFigure } from "@/lib/figures/queries/explain-figure";
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
  const f = await pageFormatter();
  return (
    <>
      <FigureHeading explained={explained} f={f} />
      <CardGrid>
        <FigureDefinition explained={explained} f={f} />
        <FigureParts explained={explained} f={f} />
        {explained.standing ? <FigureStanding standing={explained.standing} f={f} /> : null}
      </CardGrid>
      <div className="mt-3.5">
        <FigureRecords explained={explained} f={f} />
      </div>
    </>
  );
}
