import { Lightbulb } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { findingFilters, findingView } from "@/components/findings/finding-list";
import { LookNow } from "@/components/findings/look-now";
import { RunHistory } from "@/components/findings/run-history";
import { ClientMessages } from "@/components/layout/client-messages";
import { ListPage } from "@/components/lists/list-page";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { findingList } from "@/lib/findings/queries/findings";
import { mayLook } from "@/lib/findings/queries/run";
import { findingListHref, parseFindingList } from "@/lib/findings/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

const COLUMNS = ["title", "kind", "size", "n", "q", "status", "unit", "foundOn"] as const;

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("findings"))("title") };
}

export default async function FindingsPage({ searchParams }: Props) {
  const [scope, t, formatter] = await Promise.all([
    currentScope(),
    getTranslations("findings"),
    pageFormatter(),
  ]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "findings", search);
  if (start) redirect(start);
  const params = parseFindingList(search);
  const [list, views] = await Promise.all([
    findingList(scope, params),
    listViews(scope, "findings", search),
  ]);
  const { totals, runs } = list;
  const [last] = runs;
  return (
    <ClientMessages namespaces={["findingForm"]}>
      <ListPage
        view={await findingView()}
        list={list}
        params={params}
        views={<ViewBar state={views} />}
        sort={params.sort ?? "-size"}
        shown={COLUMNS}
        filters={await findingFilters()}
        icon={<Lightbulb />}
        admin={mayLook(scope)}
        lead={(f) =>
          t.rich("lead", {
            b: (text: ReactNode) => <b>{text}</b>,
            n: totals.count,
            proposed: totals.proposed,
            confirmed: totals.confirmed,
            size: f.money(totals.size),
          })
        }
        note={(f) => (
          <>
            {last ? t("lastLook", { date: f.date(last.asOf), tests: last.tests }) : t("noLook")}{" "}
            {totals.ruled > 0 && params.basis !== "ruled" ? (
              <Link className="link" href={findingListHref({ basis: "ruled" })}>
                {t("ruledToo", { count: totals.ruled })}
              </Link>
            ) : null}
          </>
        )}
        actions={
          <>
            {mayLook(scope) ? <RunHistory runs={runs} f={formatter} /> : null}
            <LinkButton href="/findings/new">{t("write")}</LinkButton>
            {mayLook(scope) ? <LookNow isDue={list.isLookDue} /> : null}
          </>
        }
      />
    </ClientMessages>
  );
}
