import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { NewFeedbackForm } from "@/components/feedback/feedback-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { KINDS } from "@/lib/feedback/domain/feedback";
import { newFeedback } from "@/lib/feedback/queries/feedback";
import { currentScope } from "@/lib/platform/auth/session";
import { idParam, param, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { searchParams: Promise<SearchParams> };

/** What the form is about: `?deal=`, `?customer=` and `?kind=`. */
const about = z.object({ deal: idParam, customer: idParam, kind: param(z.enum(KINDS)) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("feedback"))("record") };
}

export default async function NewFeedbackPage({ searchParams }: Props) {
  const [scope, t, common, locale] = await Promise.all([
    currentScope(),
    getTranslations("feedback"),
    getTranslations("common"),
    getLocale(),
  ]);
  const { kind = "complaint", ...asked } = about.parse(await searchParams);
  const { competitors, today, deal, customer } = await newFeedback(scope, asked);
  return (
    <ClientMessages namespaces={["feedbackForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/feedback" }, { label: t("record") }]}
          />
        }
        title={t("record")}
      />
      <Card className="max-w-2xl">
        <NewFeedbackForm
          kind={kind}
          about={{
            deal: deal && { value: deal.id, label: deal.title },
            customer: customer && { value: customer.id, label: localName(customer, locale) },
          }}
          competitors={competitors.map((one) => ({
            value: one.id,
            label: localName(one, locale),
          }))}
          team={scope.role !== "rep"}
          today={today}
          back={deal ? `/deals/${deal.id}` : customer ? `/customers/${customer.id}` : undefined}
        />
      </Card>
    </ClientMessages>
  );
}
