import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { NewNoteForm } from "@/components/market/note-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { newNote } from "@/lib/market/queries";
import { currentScope } from "@/lib/platform/auth/session";
import { idParam, type SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("market"))("record") };
}

export default async function NewNotePage({ searchParams }: Props) {
  const [scope, t, common, locale, search] = await Promise.all([
    currentScope(),
    getTranslations("market"),
    getTranslations("common"),
    getLocale(),
    searchParams,
  ]);
  const { competitors, units, today, currency } = await newNote(scope);
  const options = (all: typeof units) =>
    all.map((one) => ({ value: one.id, label: localName(one, locale) }));
  return (
    <ClientMessages namespaces={["marketForm"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: t("title"), href: "/market" }, { label: t("record") }]}
          />
        }
        title={t("record")}
      />
      <Card className="max-w-2xl">
        <NewNoteForm
          competitorId={idParam.parse(search.competitor) ?? ""}
          competitors={options(competitors)}
          units={options(units)}
          currency={currency}
          today={today}
          product={null}
        />
      </Card>
    </ClientMessages>
  );
}
