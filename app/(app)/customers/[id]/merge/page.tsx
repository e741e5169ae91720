import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { cache } from "react";
import { MergeChoice } from "@/components/customers/merge-choice";
import { MergeForm } from "@/components/customers/merge-form";
import { mergeLabels, mergeSide } from "@/components/customers/merge-side";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { mergePage } from "@/lib/customers/queries/merge";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { idOrNotFound, orNotFound } from "@/lib/platform/not-found";
import { idParam, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

/** Read once for the title and the page. */
const load = cache(async (id: string, other: string | undefined) =>
  orNotFound(mergePage(await currentScope(), idOrNotFound(id), other)),
);
const loadFrom = async ({ params, searchParams }: Props) =>
  load((await params).id, idParam.parse((await searchParams).with));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { customer } = await loadFrom(props);
  const t = await getTranslations("customers.merge");
  return { title: t("title", { name: localName(customer, await getLocale()) }) };
}

export default async function MergePage(props: Props) {
  const { customer, other, records, currency } = await loadFrom(props);
  const [t, w, common, locale] = await Promise.all([
    getTranslations("customers.merge"),
    getTranslations("customers"),
    getTranslations("common"),
    getLocale(),
  ]);
  const f = createFormatter({ locale, currency });
  const name = localName(customer, locale);
  const side = (one: typeof customer) => mergeSide(one, records[one.id] ?? 0, f, locale);
  return (
    <ClientMessages namespaces={["customers"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[
              { label: w("title"), href: "/customers" },
              { label: name, href: `/customers/${customer.id}` },
              { label: t("action") },
            ]}
          />
        }
        title={t("title", { name })}
        lead={t("lead")}
      />
      <Card className="max-w-3xl">
        <div className="grid gap-4">
          <MergeChoice
            key={other?.id}
            id={customer.id}
            chosen={other ? { value: other.id, label: localName(other, locale) } : null}
          />
          {other ? (
            <MergeForm
              key={`${customer.version} ${other.id} ${other.version}`}
              sides={[side(customer), side(other)]}
              labels={await mergeLabels()}
            />
          ) : null}
        </div>
      </Card>
    </ClientMessages>
  );
}
