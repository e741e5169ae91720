import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { InviteDialog } from "@/components/people/invite-dialog";
import { unitOptions } from "@/components/people/options";
import { UsersTable } from "@/components/people/users-table";
import { canEver } from "@/lib/people/domain/permissions";
import { usersPage } from "@/lib/people/queries/users";
import { userListParams } from "@/lib/people/schema";
import { scopeWhere } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";
import { localName } from "@/lib/shared/local-name";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("users.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "user.manage"));
  const params = userListParams.parse(await searchParams);
  const locale = await getLocale();
  const [t, format, page] = await Promise.all([
    getTranslations("people.users"),
    pageFormatter(),
    usersPage(scope, params, locale),
  ]);
  const units = unitOptions(page.units, locale);
  const lines = page.rows.map((row) => ({
    ...row,
    name: localName(row, locale),
    unit: row.unit ? localName(row.unit, locale) : null,
    manages: row.managed.map((unit) => localName(unit, locale)).join(", "),
    lastSignIn: row.lastSignInAt ? format.dateTime(row.lastSignInAt) : null,
    resetRequested: page.resetRequested.has(row.id),
  }));
  const bold = (chunks: React.ReactNode) => <b>{chunks}</b>;
  return (
    <ClientMessages namespaces={["people"]}>
      <PageHeader
        title={t("title")}
        lead={
          <>
            {t.rich("lead", { count: page.total, b: bold })}
            {page.resetRequested.size > 0
              ? t.rich("leadRequests", { count: page.resetRequested.size, b: bold })
              : null}
          </>
        }
        actions={<InviteDialog units={units} today={page.today} />}
      />
      <UsersTable lines={lines} total={page.total} params={params} units={units} />
    </ClientMessages>
  );
}
