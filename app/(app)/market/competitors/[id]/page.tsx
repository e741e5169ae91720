import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { FeedbackPanel } from "@/components/feedback/feedback-panel";
import { CardGrid } from "@/components/layout/card-grid";
import { PageHeader } from "@/components/layout/page-header";
import { NoteTimeline } from "@/components/market/note-timeline";
import { SimpleTable } from "@/components/tables/simple-table";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { KeyValueList } from "@/components/ui/key-value-list";
import { LinkButton } from "@/components/ui/link-button";
import { dealListHref } from "@/lib/deals/schema";
import { feedbackOf } from "@/lib/feedback/queries/feedback";
import { feedbackListHref } from "@/lib/feedback/schema";
import { standingAgainst } from "@/lib/figures/queries/competitor";
import { competitorPage } from "@/lib/market/queries";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { orNotFound } from "@/lib/platform/not-found";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(competitorPage(await currentScope(), id)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { competitor } = await load((await params).id);
  return { title: localName(competitor, await getLocale()) };
}

export default async function CompetitorPage({ params }: Props) {
  const [page, scope, t, common, locale] = await Promise.all([
    load((await params).id),
    currentScope(),
    getTranslations("market"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { competitor, notes, prices, totals } = page;
  const [voices, against] = await Promise.all([
    feedbackOf(scope, { competitor: [competitor.id] }),
    standingAgainst(scope, competitor.id),
  ]);
  const f = createFormatter({ locale, currency: page.currency });
  const name = localName(competitor, locale);
  const deals = (kind: "won" | "lost") => (
    <a
      className="link"
      href={dealListHref({
        competitor: [competitor.id],
        kind,
        from: against.range.from,
        to: against.range.to,
      })}
    >
      {f.number(against[kind])}
    </a>
  );
  return (
    <>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/market" }, { label: name }]}
          />
        }
        title={name}
        lead={t.rich("competitor.lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          notes: f.number(totals.count),
          mentions: f.number(voices.totals.count),
          lost: f.number(against.lost),
        })}
        actions={
          <LinkButton
            href={`/market/new?competitor=${competitor.id}`}
            variant="primary"
            icon={<Plus aria-hidden="true" />}
          >
            {t("record")}
          </LinkButton>
        }
      />
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          <Card title={t("timeline")}>
            <NoteTimeline notes={notes} f={f} />
          </Card>
          <FeedbackPanel
            rows={voices.rows}
            count={voices.totals.count}
            allHref={feedbackListHref({ competitor: [competitor.id] })}
            f={f}
          />
        </div>
        <div className="grid content-start gap-3.5">
          <Card title={t("competitor.against")} sub={t("competitor.year")}>
            <KeyValueList
              items={[
                { label: t("competitor.won"), value: deals("won") },
                { label: t("competitor.lost"), value: deals("lost") },
                { label: t("competitor.winRate"), value: f.percent(against.winRate) },
              ]}
            />
          </Card>
          <Card flush title={t("competitor.prices")}>
            <SimpleTable
              caption={t("competitor.prices")}
              columns={[
                { id: "day", label: t("columns.happenedOn") },
                { id: "product", label: t("columns.product") },
                { id: "price", label: t("columns.price"), align: "right" },
              ]}
              rows={prices.map((note) => ({
                id: note.id,
                label: note.title,
                href: `/market/${note.id}`,
                cells: {
                  day: f.dateShort(note.happenedOn),
                  product: note.product ? localName(note.product, locale) : note.title,
                  price: f.moneyFull(note.price, note.currency ?? undefined),
                },
              }))}
              empty={
                <p className="px-4 pt-1 pb-4 text-muted text-sm">{t("competitor.noPrices")}</p>
              }
            />
          </Card>
        </div>
      </CardGrid>
    </>
  );
}
