import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { DeleteActivity } from "@/components/activities/activity-actions";
import { ActivityCommands } from "@/components/activities/activity-commands";
import { ActivityFacts } from "@/components/activities/activity-facts";
import { EditActivityForm } from "@/components/activities/activity-form";
import { activityTitles, postponementsFrom } from "@/components/activities/activity-words";
import { Attachments } from "@/components/attachments/attachments";
import { Discussion } from "@/components/discussion/discussion";
import { EditHere } from "@/components/forms/edit-here";
import { CardGrid } from "@/components/layout/card-grid";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { Tag } from "@/components/ui/tag";
import { dueState } from "@/lib/activities/domain/due-state";
import { activityDetail } from "@/lib/activities/queries";
import { attachmentsOf } from "@/lib/attachments/queries/attachments";
import { discussionOf } from "@/lib/discussion/queries/discussion";
import { currentScope } from "@/lib/platform/auth/session";
import { orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** Read once for the title and the page. */
const load = cache(async (id: string) => orNotFound(activityDetail(await currentScope(), id)));

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { activity } = await load((await params).id);
  return { title: (await activityTitles())(activity) };
}

const STATUS = { overdue: "bad", today: "warn", upcoming: "neutral", done: "good" } as const;

export default async function ActivityPage({ params, searchParams }: Props) {
  const [{ activity, today, writable }, t, form, common, locale, f, titles] = await Promise.all([
    load((await params).id),
    getTranslations("activities"),
    getTranslations("activityForm"),
    getTranslations("common"),
    getLocale(),
    pageFormatter(),
    activityTitles(),
  ]);
  const title = titles(activity);
  const state = dueState(activity, today);
  const { id, version, day, customer, deal } = activity;
  const scope = await currentScope();
  const record = { kind: "activity", id } as const;
  const all = (await searchParams).comments === "all";
  const [talk, files] = await Promise.all([
    discussionOf(scope, record, { all }),
    attachmentsOf(scope, record),
  ]);
  const about = {
    customer: customer && { value: customer.id, label: localName(customer, locale) },
    deal: deal && { value: deal.id, label: deal.title },
  };
  return (
    <ClientMessages namespaces={["activityForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/activities/calendar" }, { label: title }]}
          />
        }
        title={title}
        tag={<Tag status={STATUS[state]}>{form(`states.${state}`)}</Tag>}
        lead={activity.subject}
        actions={
          writable ? (
            <>
              {activity.status === "planned" ? (
                <ActivityCommands
                  activity={{ id, version, day }}
                  title={title}
                  postponements={await postponementsFrom(today, f)}
                />
              ) : null}
              <EditHere form="edit" />
              <DeleteActivity id={id} />
            </>
          ) : null
        }
      />
      <CardGrid columns="wide-narrow">
        <div className="grid content-start gap-3.5">
          {writable ? (
            <Card id="edit" title={common("edit")}>
              <EditActivityForm activity={activity} about={about} />
            </Card>
          ) : (
            <Card title={form("notes")}>
              <p className="whitespace-pre-line">{activity.notes ?? "—"}</p>
            </Card>
          )}
          <Discussion view={talk} f={f} />
        </div>
        <div className="grid content-start gap-3.5">
          <Card title={t("facts")}>
            <ActivityFacts activity={activity} f={f} />
          </Card>
          <Attachments view={files} f={f} />
        </div>
      </CardGrid>
    </ClientMessages>
  );
}
