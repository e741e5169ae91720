import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";
import type { Finding } from "@/lib/findings/domain/finding";

const TONE = {
  proposed: "warn",
  confirmed: "bad",
  dismissed: "neutral",
  merged: "neutral",
} as const;

/** Where a finding stands; one that a later look does not find says so. */
export function FindingTag({ status, current }: Pick<Finding, "status" | "current">) {
  const t = useTranslations("findings");
  if (status === "proposed" && !current) return <Tag>{t("faded")}</Tag>;
  return <Tag status={TONE[status]}>{t(`statuses.${status}`)}</Tag>;
}
