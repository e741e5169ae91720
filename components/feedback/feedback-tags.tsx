import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import {
  type FeedbackKind,
  type FeedbackStatus,
  isSurvey,
  moodOf,
  SCALES,
} from "@/lib/feedback/domain/feedback";

const STATUS = { new: "bad", acknowledged: "warn", resolved: "good" } as const;
const MOOD = { good: "good", neutral: "neutral", bad: "bad" } as const;

/** Where feedback stands between coming in and being settled. */
export function StatusTag({ status }: { status: FeedbackStatus }) {
  const t = useTranslations("feedbackForm.statuses");
  return <Tag status={STATUS[status]}>{t(status)}</Tag>;
}

/** What it is, marked as good or bad news; a survey with its score of the best there is. */
export function KindTag({ kind, score }: { kind: FeedbackKind; score: number | null }) {
  const t = useTranslations("feedbackForm.kinds");
  const of = isSurvey(kind) && score !== null ? ` ${score}/${SCALES[kind].max}` : "";
  return <Tag status={MOOD[moodOf(kind, score)]}>{t(kind) + of}</Tag>;
}
