import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { WorkingCards } from "@/components/analysis/working-cards";
import { WorkingHeading } from "@/components/analysis/working-heading";
import { explainWorking } from "@/lib/analysis/queries/working";
import { workingParams } from "@/lib/analysis/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("analysis.working"))("title") };
}

/** How a figure of the analysis was worked out, down to the figures that have records. */
export default async function WorkingPage(props: { searchParams: Promise<SearchParams> }) {
  const params = await props.searchParams;
  const scope = await currentScope();
  const [working, f] = await Promise.all([
    orNotFound(explainWorking(scope, params)),
    pageFormatter(),
  ]);
  const { tab } = workingParams.parse(params);
  const { at: _, rows: __, tab: ___, ...page } = params;
  const here = (changed: Record<string, string | undefined>) =>
    hrefWith("/analysis/figure", { ...params, ...changed });
  return (
    <>
      <WorkingHeading working={working} tab={tab} back={hrefWith(`/analysis/${tab}`, page)} f={f} />
      <WorkingCards
        working={working}
        opens={(at) => here({ at, rows: undefined })}
        pageAt={(rows) => here({ rows: `${rows}` })}
        f={f}
      />
    </>
  );
}
