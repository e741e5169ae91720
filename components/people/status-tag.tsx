import { useTranslations } from "next-intl";
import { type Status, Tag } from "@/components/ui/tag";
import type { UserStatus } from "@/lib/people/domain/user-rules";

const LOOK: Record<UserStatus, Status> = { active: "good", invited: "neutral", disabled: "bad" };

/** Whether a person can sign in. */
export function StatusTag({ status }: { status: UserStatus }) {
  const t = useTranslations("people.statuses");
  return <Tag status={LOOK[status]}>{t(status)}</Tag>;
}

/** The person asked for a new password. */
export function ResetRequestedTag() {
  const t = useTranslations("people.statuses");
  return <Tag status="warn">{t("resetRequested")}</Tag>;
}
