"use client";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";

/** How far the parts are from the whole, in words: short, over, or adding up to what is shown. */
export function DifferenceTag({
  difference,
  show,
}: {
  difference: number | null;
  show: (value: number | null) => string;
}) {
  const t = useTranslations("targets");
  if (difference === null) return null;
  const amount = show(Math.abs(difference));
  if (amount === show(0)) return <Tag status="good">{t("addsUp")}</Tag>;
  return difference > 0 ? (
    <Tag status="warn" sign="−">
      {t("short", { amount })}
    </Tag>
  ) : (
    <Tag status="bad" sign="+">
      {t("over", { amount })}
    </Tag>
  );
}
