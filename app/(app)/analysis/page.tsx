import { redirect } from "next/navigation";
import { TABS } from "@/components/analysis/tabs";
import { analysisParams } from "@/lib/analysis/schema";
import { hrefWith, type SearchParams } from "@/lib/shared/list-params";

export default async function AnalysisPage(props: { searchParams: Promise<SearchParams> }) {
  redirect(hrefWith(TABS[0].href, analysisParams.parse(await props.searchParams)));
}
