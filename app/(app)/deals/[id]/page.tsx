import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ActivityPanel } from "@/components/activities/activity-panel";
import { Attachments } from "@/components/attachments/attachments";
import { ProfileCard } from "@/components/customers/profile-cards";
import { DealAmounts, DealFacts } from "@/components/deals/deal-facts";
import { DealLines, DealSales } from "@/components/deals/deal-lines";
import { StageTag } from "@/components/deals/stage-tag";
import { Discussion } from "@/components/discussion/discussion";
import { FeedbackPanel } from "@/components/feedback/feedback-panel";
import { FeedbackLinkButton } from "@/components/feedback/link-button";
import { shownLinks } from "@/components/feedback/shown-links";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { CreditCard } from "@/components/pipeline/credit-card";
import { DealEditor } from "@/components/pipeline/deal-editor";
import { DealMenu } from "@/components/pipeline/deal-menu";
import { LinesEditor } from "@/components/pipeline/lines-editor";
import { NextStepForm } from "@/components/pipeline/next-step-form";
import { StageBar } from "@/components/pipeline/stage-bar";
import { Timeline } from "@/components/timeline/timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { activitiesOf } from "@/lib/activities/queries";
import { activityListHref } from "@/lib/activities/schema";
import { attachmentsOf } from "@/lib/attachments/queries/attachments";
import { dealProfile } from "@/lib/customers/queries/buying-profile";
import { dealDetail } from "@/lib/deals/queries";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { feedbackOf } from "@/lib/feedback/queries/feedback";
import { linksOf } from "@/lib/feedback/queries/public-form";
import { feedbackListHref } from "@/lib/feedback/schema";
import { dealWork } from "@/lib/pipeline/queries/deal-work";
import { dealCredit } from "@/lib/pipeline/queries/hand-overs";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import { timelineOf } from "@/lib/timeline/queries";
import { timelineParams } from "@/lib/timeline/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(dealDetail(await currentScope(), id)));

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { deal } = await load((await params).id);
  return { title: deal.title };
}

export default async function DealPage({ params, searchParams }: Props) {
  const [{ deal, currency, lines, sales }, t, common, locale] = await Promise.all([
    load((await params).id),
    getTranslations("deals"),
    getTranslations("common"),
    getLocale(),
  ]);
  const followUps = await activitiesOf(await currentScope(), { deal: deal.id });
  const discussion = await discussionOf(
    await currentScope(),
    { kind: "deal", id: deal.id },
    { all: (await searchParams).comments === "all" },
  );
  const [work, credit, p] = await Promise.all([
    dealWork(await currentScope(), deal, lines),
    dealCredit(await currentScope(), deal.id),
    getTranslations("pipeline"),
  ]);
  const profile = await dealProfile(await currentScope(), {
    id: deal.id,
    customerId: deal.customer?.id ?? null,
  });
  const voices = await feedbackOf(await currentScope(), { deal: [deal.id] });
  const files = await attachmentsOf(await currentScope(), { kind: "deal", id: deal.id });
  const happened = await timelineOf(
    await currentScope(),
    { kind: "deal", id: deal.id },
    timelineParams.parse(await searchParams),
  );
  const f = createFormatter({ locale, currency });
  const lead = t.rich(`detail.lead.${deal.kind}`, {
    b: (text: ReactNode) => <b>{text}</b>,
    customer: deal.customer ? localName(deal.customer, locale) : t("detail.noCustomer"),
    stage: localName(deal.stage, locale),
    amount: f.money(deal.kind === "won" ? deal.bookedBaseAmount : deal.expectedBaseAmount),
    probability: f.percent(deal.probability ?? deal.stageProbability),
    date: f.date(deal.closedOn),
    close: deal.expectedCloseOn
      ? t("detail.closesOn", { date: f.date(deal.expectedCloseOn) })
      : t("detail.noClose"),
  });
  const facts = (
    <>
      <ProfileCard subject={{ dealId: deal.id, customerId: null }} {...profile} f={f} />
      <Card title={t("detail.amounts")}>
        <DealAmounts deal={deal} f={f} />
      </Card>
      <CreditCard deal={deal} {...credit} f={f} today={work?.choices.today ?? null} />
      <Card title={t("detail.facts")}>
        <DealFacts deal={deal} f={f} />
      </Card>
    </>
  );
  const products = <DealLines lines={lines} deal={deal} f={f} />;
  return (
    <ClientMessages namespaces={["pipeline"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/deals" }, { label: deal.title }]}
          />
        }
        title={deal.title}
        tag={<StageTag kind={deal.kind}>{localName(deal.stage, locale)}</StageTag>}
        lead={lead}
        actions={
          work ? (
            <DealMenu deal={work.closing} today={work.choices.today} won={deal.kind === "won"} />
          ) : null
        }
      />
      {work ? (
        <StageBar deal={work.closing} stageId={deal.stage.id} choices={work.choices} />
      ) : null}
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          <ActivityPanel
            {...followUps}
            count={followUps.totals.count}
            about={{
              deal: { value: deal.id, label: deal.title },
              customer: deal.customer && {
                value: deal.customer.id,
                label: localName(deal.customer, locale),
              },
            }}
            allHref={activityListHref({ deal: [deal.id] })}
            f={f}
          />
          {work ? (
            <LinesEditor
              deal={{
                ...{ id: deal.id, version: deal.version, currency: deal.currency },
                ...{ amount: deal.expectedAmount, won: deal.kind === "won" },
              }}
              lines={lines.map(({ product, quantity, amount }) => ({
                ...{ quantity, amount },
                product: { value: product.id, label: localName(product, locale) },
              }))}
            >
              {products}
            </LinesEditor>
          ) : (
            products
          )}
          <DealSales sales={sales} f={f} />
          <Discussion view={discussion} f={await pageFormatter()} />
          <FeedbackPanel
            rows={voices.rows}
            count={voices.totals.count}
            allHref={feedbackListHref({ deal: [deal.id] })}
            newHref={`/feedback/new?deal=${deal.id}`}
            actions={
              <ClientMessages namespaces={["feedbackForm"]}>
                <FeedbackLinkButton
                  about={{ dealId: deal.id, customerId: null }}
                  links={
                    await shownLinks(await linksOf(await currentScope(), { dealId: deal.id }), f)
                  }
                />
              </ClientMessages>
            }
            f={f}
          />
          <Timeline {...happened} f={f} />
        </div>
        <div className="grid content-start gap-3.5">
          {work && deal.kind === "open" ? (
            <Card title={p("nextStep.title")}>
              <NextStepForm deal={deal} />
            </Card>
          ) : null}
          {work ? (
            <DealEditor deal={deal} choices={work.choices}>
              {facts}
            </DealEditor>
          ) : (
            facts
          )}
          <Attachments view={files} f={await pageFormatter()} />
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
