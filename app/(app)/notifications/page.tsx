import { BellOff } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notificationLines } from "@/components/discussion/notification-lines";
import { NotificationList } from "@/components/discussion/notification-list";
import { ReadAllButton } from "@/components/discussion/read-all-button";
import { PageHeader } from "@/components/layout/page-header";
import { Pagination } from "@/components/tables/pagination";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { NOTIFICATIONS_A_PAGE, notificationPage } from "@/lib/discussion/queries/notifications";
import { notificationParams } from "@/lib/discussion/schema";
import { currentScope } from "@/lib/platform/auth/session";
import { pageFormatter } from "@/lib/settings/queries/page-formatter";
import type { SearchParams } from "@/lib/shared/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notifications"))("title") };
}

type Props = { searchParams: Promise<SearchParams> };

/** All notifications of the reader, the latest first. */
export default async function NotificationsPage({ searchParams }: Props) {
  const { unread = false, page = 1 } = notificationParams.parse(await searchParams);
  const [scope, t, f] = await Promise.all([
    currentScope(),
    getTranslations("notifications"),
    pageFormatter(),
  ]);
  const found = await notificationPage(scope, { unread, page });
  const lines = await notificationLines(found, f);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead", { count: found.unread, more: found.unread > 99 ? "yes" : "no" })}
        actions={
          <>
            <LinkButton href={unread ? "/notifications" : "/notifications?unread=true"}>
              {t(unread ? "showAll" : "showUnread")}
            </LinkButton>
            {found.unread > 0 ? <ReadAllButton label={t("readAll")} done={t("allRead")} /> : null}
          </>
        }
      />
      <div className="max-w-3xl">
        {lines.length > 0 ? (
          <Card flush>
            <NotificationList lines={lines} unread={t("unread")} />
          </Card>
        ) : (
          <Card>
            <EmptyState icon={<BellOff />} title={t(unread ? "noUnread" : "empty")}>
              {t("emptyHint")}
            </EmptyState>
          </Card>
        )}
        {found.total > NOTIFICATIONS_A_PAGE ? (
          <Pagination total={found.total} page={page} pageSize={NOTIFICATIONS_A_PAGE} />
        ) : null}
      </div>
    </>
  );
}
