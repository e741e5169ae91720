import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import type { Activity } from "@/lib/activities/domain/activity";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { BusinessDate } from "@/lib/shared/business-date";
import { ActivityList } from "./activity-list";
import type { About } from "./activity-values";
import { NewActivity } from "./new-activity";

type ActivityPanelProps = {
  activities: readonly (Activity & { writable: boolean })[];
  count: number;
  today: BusinessDate;
  about: About;
  /** All of them, in the list. */
  allHref: string;
  f: Formatter;
};

/** The latest follow-ups of a deal or a customer, and the way to log one. */
export async function ActivityPanel({
  activities,
  count,
  today,
  about,
  allHref,
  f,
}: ActivityPanelProps) {
  const t = await getTranslations("activities");
  return (
    <ClientMessages namespaces={["activityForm"]}>
      <Card flush title={t("title")} actions={<NewActivity today={today} about={about} />}>
        {activities.length === 0 ? (
          <p className="px-4 pt-1 pb-4 text-muted text-sm">{t("none")}</p>
        ) : (
          <ActivityList activities={activities} today={today} f={f} owners />
        )}
        {count > activities.length ? (
          <p className="px-4 pb-3">
            <LinkButton href={allHref} size="sm" variant="ghost">
              {t("all", { count })}
            </LinkButton>
          </p>
        ) : null}
      </Card>
    </ClientMessages>
  );
}
