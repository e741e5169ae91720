import { Store } from "lucide-react";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { DaysSwitches } from "@/components/sales/days-switches";
import { DaysWorkspace } from "@/components/sales/days-workspace";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { currentScope } from "@/lib/platform/auth/session";
import { createFormatter } from "@/lib/platform/i18n/format";
import { orNotFound } from "@/lib/platform/not-found";
import { daysInShort } from "@/lib/sales/domain/days-sums";
import { storeDaysPage } from "@/lib/sales/queries";
import { storeDaysParams } from "@/lib/sales/schema";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

type Props = { searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("sales.days"))("title") };
}

/** What a store sold, day by day: entered in a grid by the store itself and those above it. */
export default async function StoreDaysPage({ searchParams }: Props) {
  const [scope, locale, search] = await Promise.all([currentScope(), getLocale(), searchParams]);
  const page = await orNotFound(storeDaysPage(scope, storeDaysParams.parse(search)));
  const [t, sales, common] = await Promise.all([
    getTranslations("sales.days"),
    getTranslations("sales"),
    getTranslations("common"),
  ]);
  const { grid, stores, day, span, today, currency, timeZone, elsewhere } = page;
  const f = createFormatter({ locale, currency, timeZone });
  const admin = scope.role === "admin";
  const short = grid && daysInShort(grid);
  return (
    <ClientMessages namespaces={["sales"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={common("breadcrumb")}
            items={[{ label: sales("title"), href: "/sales" }, { label: t("title") }]}
          />
        }
        title={t("title")}
        lead={
          short
            ? t.rich(short.products > 0 ? "lead" : "leadEmpty", {
                b: (text) => <b>{text}</b>,
                store: localName(grid.store, locale),
                span,
                from: f.dayAndMonth(grid.days[0]),
                to: f.dayAndMonth(grid.days.at(-1)),
                products: short.products,
                units: f.number(short.quantity, 3),
                amount: f.money(short.amount),
                missing: short.missing,
              })
            : null
        }
      />
      {grid ? <DaysSwitches {...{ stores, day, span, today }} unitId={grid.unitId} /> : null}
      {grid && grid.rows.length > 0 ? (
        <DaysWorkspace
          key={`${grid.unitId} ${grid.days[0]} ${span}`}
          grid={grid}
          elsewhere={elsewhere}
          name={localName(grid.store, locale)}
          currency={currency}
          timeZone={timeZone}
        />
      ) : (
        <Card>
          <EmptyState
            icon={<Store />}
            title={t(grid ? "noProducts.title" : "noStore.title")}
            action={
              admin ? (
                <LinkButton href={grid ? "/settings/products" : "/settings/units"}>
                  {t(grid ? "noProducts.action" : "noStore.action")}
                </LinkButton>
              ) : null
            }
          >
            {t(grid ? "noProducts.text" : "noStore.text")}
          </EmptyState>
        </Card>
      )}
    </ClientMessages>
  );
}
