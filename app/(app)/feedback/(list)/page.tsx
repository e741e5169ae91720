import { MessageSquarePlus, MessageSquareText } from "lucide-react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { feedbackFilters, feedbackView } from "@/components/feedback/feedback-list";
import { ThemeShares } from "@/components/figures/theme-shares";
import { VoiceCards } from "@/components/figures/voice-cards";
import { ListPage } from "@/components/lists/list-page";
import { LinkButton } from "@/components/ui/link-button";
import { ViewBar } from "@/components/views/view-bar";
import { feedbackList } from "@/lib/feedback/queries/feedback";
import { parseFeedbackList } from "@/lib/feedback/schema";
import { voiceOverview } from "@/lib/figures/queries/voice";
import { currentScope } from "@/lib/platform/auth/session";
import type { SearchParams } from "@/lib/shared/list-params";
import { defaultViewHref, listViews } from "@/lib/views/queries";

const COLUMNS = [
  "text",
  "kind",
  "status",
  "themes",
  "customer",
  "product",
  "competitor",
  "severity",
  "givenOn",
  "owner",
] as const;

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("title") };
}

export default async function FeedbackPage({ searchParams }: Props) {
  const [scope, t, locale] = await Promise.all([
    currentScope(),
    getTranslations("feedback"),
    getLocale(),
  ]);
  const search = await searchParams;
  const start = await defaultViewHref(scope, "feedback", search);
  if (start) redirect(start);
  const params = parseFeedbackList(search);
  const [list, views, voice] = await Promise.all([
    feedbackList(scope, params),
    listViews(scope, "feedback", search),
    voiceOverview(scope),
  ]);
  const { totals } = list;
  return (
    <ListPage
      view={await feedbackView()}
      list={list}
      params={params}
      views={<ViewBar state={views} />}
      sort={params.sort ?? "-givenOn"}
      shown={COLUMNS}
      filters={await feedbackFilters(list, locale)}
      icon={<MessageSquareText />}
      admin={false}
      lead={(f) =>
        t.rich("lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          n: totals.count,
          count: f.number(totals.count),
          fresh: f.number(totals.fresh),
          acknowledged: f.number(totals.acknowledged),
          complaints: f.number(totals.complaints),
          m: totals.complaints,
        })
      }
      overview={
        <>
          <VoiceCards voice={voice} currency={list.currency} />
          <ThemeShares voice={voice} currency={list.currency} />
        </>
      }
      actions={
        <LinkButton
          href="/feedback/new"
          variant="primary"
          aria-keyshortcuts="c"
          icon={<MessageSquarePlus aria-hidden="true" />}
        >
          {t("record")}
        </LinkButton>
      }
    />
  );
}
