"use client";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";

/** How far the parts are from the whole, in words: short, over, or adding up. */
export function DifferenceTag({
  difference,
  show,
}: {
  difference: number | null;
  show: (value: number | null) => string;
}) {
  const t = useTranslations("targets");
  if (difference === null) return null;
  if (difference === 0) return <Tag status="good">{t("addsUp")}</Tag>;
  const amount = show(Math.abs(difference));
  return difference > 0 ? (
    <Tag status="warn">{t("short", { amount })}</Tag>
  ) : (
    <Tag status="bad">{t("over", { amount })}</Tag>
  );
}
