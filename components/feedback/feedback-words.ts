import { getTranslations } from "next-intl/server";
import type { FeedbackWords } from "@/lib/feedback/domain/feedback-fields";

/** The words for what feedback is, in the reader's language. */
export async function feedbackWords(): Promise<FeedbackWords> {
  const t = await getTranslations("feedbackForm");
  return {
    kind: (kind) => t(`kinds.${kind}`),
    channel: (channel) => t(`channels.${channel}`),
    severity: (severity) => t(`severities.${severity}`),
    status: (status) => t(`statuses.${status}`),
  };
}
