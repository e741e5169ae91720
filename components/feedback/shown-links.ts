import { getTranslations } from "next-intl/server";
import { type FeedbackKind, isSurvey } from "@/lib/feedback/domain/feedback";
import type { LinkStatus } from "@/lib/feedback/domain/form-limits";
import type { Formatter } from "@/lib/platform/i18n/format";
import type { ShownLink } from "./link-dialog";

type Link = {
  id: string;
  kind: FeedbackKind;
  once: boolean;
  uses: number;
  expiresAt: Date;
  status: LinkStatus;
};

/** Links to the form with what there is to say of each. */
export async function shownLinks(links: readonly Link[], f: Formatter): Promise<ShownLink[]> {
  const t = await getTranslations("feedbackForm.link");
  return links.flatMap(({ id, kind, once, uses, expiresAt, status }) =>
    isSurvey(kind)
      ? [
          {
            ...{ id, kind, open: status === "open" },
            detail: [
              t(`statuses.${status}`),
              t(once ? "forOne" : "forMany"),
              t("answers", { count: uses }),
              t("until", { day: f.dateTime(expiresAt) }),
            ].join(" · "),
          },
        ]
      : [],
  );
}
