import { Inbox } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { AnswerButtons } from "@/components/pipeline/answer-buttons";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { handOverRequests } from "@/lib/pipeline/queries/hand-overs";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("pipeline.handOver"))("listTitle") };
}

/** The deals one is asked to take over. */
export default async function HandOversPage() {
  const [scope, t, deals, common, locale, f] = await Promise.all([
    currentScope(),
    getTranslations("pipeline.handOver"),
    getTranslations("deals"),
    getTranslations("common"),
    getLocale(),
    pageFormatter(),
  ]);
  const requests = await handOverRequests(scope);
  return (
    <ClientMessages namespaces={["pipeline"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: deals("title"), href: "/deals" }, { label: t("listTitle") }]}
          />
        }
        title={t("listTitle")}
        lead={t("listLead", { count: requests.length })}
      />
      {requests.length === 0 ? (
        <Card>
          <EmptyState icon={<Inbox />} title={t("none")}>
            {t("noneHint")}
          </EmptyState>
        </Card>
      ) : (
        <ul className="grid gap-2.5">
          {requests.map((request) => (
            <li key={request.id}>
              <Card
                title={request.title}
                actions={
                  <AnswerButtons id={request.id} toMe={request.toMe} title={request.title} />
                }
              >
                <p className="text-sm">
                  {[
                    request.customer && localName(request.customer, locale),
                    localName(request.stage, locale),
                    f.money(request.expectedBaseAmount),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
                <p className="text-muted text-sm">
                  {t("from", { name: localName(request.from, locale), day: f.date(request.dueOn) })}
                </p>
                {request.note ? <p className="mt-1 text-sm">{request.note}</p> : null}
              </Card>
            </li>
          ))}
        </ul>
      )}
    </ClientMessages>
  );
}
