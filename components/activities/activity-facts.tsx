import Link from "next/link";
import { getLocale, getTranslations } from "next-intl/server";
import { KeyValueList } from "@/components/ui/key-value-list";
import type { Activity } from "@/lib/activities/domain/activity";
import { contactNames } from "@/lib/activities/domain/activity-fields";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

/** Who, when, about what, and what came of it. */
export async function ActivityFacts({ activity, f }: { activity: Activity; f: Formatter }) {
  const [t, c, locale] = await Promise.all([
    getTranslations("activityForm"),
    getTranslations("activities.columns"),
    getLocale(),
  ]);
  const { customer, deal, nextStep, nextStepOn, outcome } = activity;
  return (
    <KeyValueList
      items={[
        {
          label: t("customer"),
          value: customer ? (
            <Link className="link" href={`/customers/${customer.id}`}>
              {localName(customer, locale)}
            </Link>
          ) : (
            "—"
          ),
        },
        {
          label: t("contacts"),
          value: contactNames(activity, locale) || "—",
        },
        {
          label: t("deal"),
          value: deal ? (
            <Link className="link" href={`/deals/${deal.id}`}>
              {deal.title}
            </Link>
          ) : (
            "—"
          ),
        },
        { label: t("day"), value: [f.date(activity.day), activity.time].filter(Boolean).join(" ") },
        { label: t("minutes"), value: f.number(activity.minutes) },
        { label: t("outcome"), value: outcome ? t(`outcomes.${outcome}`) : "—" },
        ...(nextStep || nextStepOn
          ? [
              {
                label: t("nextStep"),
                value: [nextStep, f.date(nextStepOn)].filter(Boolean).join(" · "),
              },
            ]
          : []),
        { label: c("owner"), value: localName(activity.owner, locale) },
        { label: c("unit"), value: localName(activity.unit, locale) },
      ]}
    />
  );
}
