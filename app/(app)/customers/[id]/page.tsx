import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { cache, type ReactNode } from "react";
import { ActivityPanel } from "@/components/activities/activity-panel";
import { Attachments } from "@/components/attachments/attachments";
import { ContactList } from "@/components/customers/contact-list";
import { CustomerActions } from "@/components/customers/customer-actions";
import { CustomerFacts } from "@/components/customers/customer-facts";
import { FamilyCard } from "@/components/customers/family-card";
import { MergeHistory } from "@/components/customers/merge-history";
import { CustomerProfileCard } from "@/components/customers/profile-cards";
import { DEAL_VIEW } from "@/components/deals/deal-list";
import { Discussion } from "@/components/discussion/discussion";
import { FeedbackPanel } from "@/components/feedback/feedback-panel";
import { FeedbackLinkButton } from "@/components/feedback/link-button";
import { shownLinks } from "@/components/feedback/shown-links";
import { CustomerFigureCard } from "@/components/figures/customer-figures";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { type ListTable, listTable } from "@/components/lists/list-table";
import { RelatedList } from "@/components/navigation/related-list";
import { SALE_VIEW } from "@/components/sales/sale-list";
import { Timeline } from "@/components/timeline/timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { activitiesOf, contactMeetings } from "@/lib/activities/queries";
import { activityListHref } from "@/lib/activities/schema";
import { attachmentsOf } from "@/lib/attachments/queries/attachments";
import { customerDetail } from "@/lib/customers/queries";
import { customerProfile } from "@/lib/customers/queries/buying-profile";
import { mergedCustomer } from "@/lib/customers/queries/merge";
import { dealsOfCustomer } from "@/lib/deals/queries";
import { dealListHref } from "@/lib/deals/schema";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { feedbackOf } from "@/lib/feedback/queries/feedback";
import { linksOf } from "@/lib/feedback/queries/public-form";
import { feedbackListHref } from "@/lib/feedback/schema";
import { customerFigures } from "@/lib/figures/queries/customer-figures";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { idOrNotFound, orNotFound } from "@/lib/platform/not-found";
import { salesOfCustomer } from "@/lib/sales/queries";
import { saleListHref } from "@/lib/sales/schema";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";
import { timelineOf } from "@/lib/timeline/queries";
import { timelineParams } from "@/lib/timeline/schema";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const DEAL_COLUMNS = ["title", "stage", "owner", "expected", "booked", "closedOn"] as const;
const SALE_COLUMNS = ["orderNo", "soldOn", "product", "owner", "quantity", "amount"] as const;

/** Read once for the title and the page. */
const load = cache(async (id: string) => {
  const scope = await currentScope();
  const moved = await mergedCustomer(scope, idOrNotFound(id));
  // An address from before a merge still leads to the customer.
  if (moved) redirect(`/customers/${moved}`);
  return orNotFound(customerDetail(scope, id));
});

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { customer } = await load((await params).id);
  return { title: localName(customer, await getLocale()) };
}

export default async function CustomerPage({ params, searchParams }: Props) {
  const { customer, currency, contacts, family, merges, works, writes } = await load(
    (await params).id,
  );
  const [scope, t, common, locale] = await Promise.all([
    currentScope(),
    getTranslations("customers"),
    getTranslations("common"),
    getLocale(),
  ]);
  const [followUps, deals, sales, voices] = await Promise.all([
    activitiesOf(scope, { customer: customer.id }),
    dealsOfCustomer(scope, customer.id),
    salesOfCustomer(scope, customer.id),
    feedbackOf(scope, { customer: [customer.id] }),
  ]);
  const meetings = await contactMeetings(scope, customer.id);
  const profile = await customerProfile(scope, customer.id);
  const figures = await customerFigures(scope, customer.id);
  const discussion = await discussionOf(
    scope,
    { kind: "customer", id: customer.id },
    { all: (await searchParams).comments === "all" },
  );
  const files = await attachmentsOf(scope, { kind: "customer", id: customer.id });
  const f = createFormatter({ locale, currency });
  const related = ({ columns, ...table }: ListTable) => ({
    ...table,
    columns: columns.map((column) => ({
      ...column,
      sortable: false,
      wideOnly: column.id === "owner",
    })),
  });
  const dealTable = await listTable(DEAL_VIEW, deals, DEAL_COLUMNS, f);
  const saleTable = await listTable(SALE_VIEW, sales, SALE_COLUMNS, f);
  const people = contacts.map((contact) => {
    const found = meetings.get(contact.id);
    if (!found) return contact;
    const text = t("contacts.met", {
      n: found.count,
      last: found.last ? f.date(found.last) : "none",
    });
    return { ...contact, met: { text, href: activityListHref({ contact: [contact.id] }) } };
  });
  const happened = await timelineOf(
    scope,
    { kind: "customer", id: customer.id },
    timelineParams.parse(await searchParams),
  );
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[
              { label: t("title"), href: "/customers" },
              { label: localName(customer, locale) },
            ]}
          />
        }
        title={localName(customer, locale)}
        tag={customer.active ? null : <Tag>{t("inactive")}</Tag>}
        actions={writes ? <CustomerActions id={customer.id} active={customer.active} /> : null}
        lead={t.rich("detail.lead", {
          b: (text: ReactNode) => <b>{text}</b>,
          revenue: f.money(customer.revenue),
          orders: f.number(customer.orders),
          n: customer.orders,
          open: f.number(customer.openDeals),
          m: customer.openDeals,
          amount: f.money(customer.openAmount),
        })}
      />
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          <ActivityPanel
            {...followUps}
            count={followUps.totals.count}
            about={{ customer: { value: customer.id, label: localName(customer, locale) } }}
            allHref={activityListHref({ customer: [customer.id] })}
            f={f}
          />
          <RelatedList
            title={t("detail.deals")}
            {...related(dealTable)}
            empty={t("detail.noDeals")}
            all={{
              href: dealListHref({ customer: [customer.id] }),
              label: t("detail.allDeals"),
            }}
          />
          <RelatedList
            title={t("detail.sales")}
            {...related(saleTable)}
            empty={t("detail.noSales")}
            all={{
              href: saleListHref({ customer: [customer.id] }),
              label: t("detail.allSales"),
            }}
          />
          <Timeline {...happened} f={f} />
          <Discussion view={discussion} f={await pageFormatter()} />
          <FeedbackPanel
            rows={voices.rows}
            count={voices.totals.count}
            allHref={feedbackListHref({ customer: [customer.id] })}
            newHref={`/feedback/new?customer=${customer.id}`}
            actions={
              <ClientMessages namespaces={["feedbackForm"]}>
                <FeedbackLinkButton
                  about={{ dealId: null, customerId: customer.id }}
                  links={await shownLinks(await linksOf(scope, { customerId: customer.id }), f)}
                />
              </ClientMessages>
            }
            f={f}
          />
        </div>
        <div className="grid content-start gap-3.5">
          <CustomerProfileCard
            subject={{ dealId: null, customerId: customer.id }}
            {...profile}
            f={f}
          />
          <CustomerFigureCard figures={figures} customer={customer} f={f} />
          <FamilyCard customer={customer} family={family} f={f} />
          <ContactList customerId={customer.id} contacts={people} editable={works} />
          <Card title={t("detail.facts")}>
            <CustomerFacts customer={customer} f={f} />
          </Card>
          {merges.length > 0 && writes ? (
            <MergeHistory
              items={merges.map((merge) => ({
                id: merge.id,
                name: localName(merge.loser, locale),
                by: localName(merge.mergedBy, locale),
                day: f.dateTime(merge.mergedAt),
              }))}
            />
          ) : null}
          <Attachments view={files} f={await pageFormatter()} />
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
