import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { PageHeader } from "@/components/layout/page-header";
import { ResetRequestedTag, StatusTag } from "@/components/people/status-tag";
import { UserActions } from "@/components/people/user-actions";
import { UserCards } from "@/components/people/user-cards";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { canEver } from "@/lib/people/domain/permissions";
import { userPage } from "@/lib/people/queries/users";
import { scopeWhere } from "@/lib/platform/auth/session";
import { idOrNotFound, orNotFound } from "@/lib/platform/not-found";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import { localName } from "@/lib/shared/local-name";

type Props = { params: Promise<{ id: string }> };

async function load({ params }: Props) {
  const scope = await scopeWhere((viewer) => canEver(viewer, "user.manage"));
  const id = idOrNotFound((await params).id);
  return orNotFound(userPage(scope, id));
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("people"))("users.title") };
}

export default async function UserPage(props: Props) {
  const [page, t, locale, format] = await Promise.all([
    load(props),
    getTranslations("people.users"),
    getLocale(),
    pageFormatter(),
  ]);
  const { user } = page;
  const name = localName(user, locale);
  return (
    <ClientMessages namespaces={["people"]}>
      <PageHeader
        breadcrumb={
          <Breadcrumb
            label={t("title")}
            items={[{ label: t("title"), href: "/settings/users" }, { label: name }]}
          />
        }
        title={name}
        tag={
          <>
            <StatusTag status={user.status} />
            {page.resetRequested ? <ResetRequestedTag /> : null}
          </>
        }
        actions={
          <UserActions
            id={user.id}
            name={name}
            status={user.status}
            hasEmail={user.email !== null}
            isSelf={page.isSelf}
          />
        }
      />
      <UserCards page={page} format={format} />
    </ClientMessages>
  );
}
