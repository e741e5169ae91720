import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import type { ImportReport } from "@/lib/imports/domain/report";
import type { Formatter } from "@/lib/platform/i18n/format";
import { ReviewActions } from "./review-actions";

type Report = Pick<ImportReport, "counts" | "proposals" | "aliases">;

/** Proposed aliases and the buttons of a review, with their texts made on the server. */
export async function ReviewPanel({
  uploadId,
  report,
  f,
}: {
  uploadId: string;
  report: Report | null;
  f: Formatter;
}) {
  const t = await getTranslations("data");
  const proposals = (report?.proposals ?? []).map(
    ({ kind, value, target, rows, similarity, clear }) => ({
      alias: { kind, value, target },
      clear,
      label: t("aliases.pair", { kind: t(`kinds.${kind}`), value, target }),
      hint: t("aliases.rows", { rows, similarity: f.percent(similarity, 0) }),
    }),
  );
  const rejected = report?.counts.reduce((all, counts) => all + counts.rejected, 0) ?? 0;
  return (
    <Card>
      <ReviewActions
        uploadId={uploadId}
        proposals={proposals}
        applied={report?.aliases ?? []}
        rejected={rejected}
        checked={report !== null}
      />
    </Card>
  );
}
