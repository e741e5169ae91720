import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { ImportReport, KindCounts } from "@/lib/imports/domain/report";
import type { Formatter } from "@/lib/platform/i18n/format";

/** What the import would do, in a sentence. */
export async function ReviewLead({
  title,
  report,
  f,
}: {
  title: string;
  report: Pick<ImportReport, "counts"> | null;
  f: Formatter;
}) {
  const t = await getTranslations("data.review");
  if (report === null) return t("unchecked", { title });
  const sum = (figure: "created" | "updated" | "rejected" | "removed") =>
    report.counts.reduce((all: number, counts: KindCounts) => all + counts[figure], 0);
  const changes = sum("created") + sum("updated") + sum("rejected") + sum("removed");
  if (changes === 0) return t("nothing");
  return t.rich("lead", {
    b: (text: ReactNode) => <b>{text}</b>,
    title,
    created: f.number(sum("created")),
    updated: f.number(sum("updated")),
    rejected: f.number(sum("rejected")),
  });
}
