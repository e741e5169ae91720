import { CircleCheck, Download } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/tables/data-table";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { importKinds } from "@/lib/imports/domain/import-kinds";
import { rejectionReasons } from "@/lib/imports/domain/rejection";
import type { Formatter } from "@/lib/platform/i18n/format";

type Rejected = {
  id: string;
  kind: string;
  file: string;
  row: number;
  column: string;
  value: string;
  reason: string;
};

type RejectionsTableProps = {
  /** The upload or the batch the rows were rejected by. */
  ownerId: string;
  rejections: readonly Rejected[];
  files: readonly string[];
  /** Rows by reason and column, the most frequent first. */
  reasons: readonly { reason: string; column: string; rows: number }[];
  total: number;
  page: number;
  pageSize: number;
  f: Formatter;
};

/** Rejected rows: why and how many, each with place, value and reason, and a download for each file. */
export async function RejectionsTable(props: RejectionsTableProps) {
  const { ownerId, rejections, files, reasons, total, page, pageSize, f } = props;
  const t = await getTranslations("data");
  const columns = ["place", "kind", "column", "value", "reason"] as const;
  const kindOf = (kind: string) => importKinds.find((each) => each === kind);
  const reasonText = (reason: string) => {
    const known = rejectionReasons.find((each) => each === reason);
    return known ? t(`reasons.${known}`) : reason;
  };
  return (
    <section aria-labelledby="rejections">
      <h2 id="rejections" className="mb-1 font-semibold">
        {t("rejections.title")}
      </h2>
      <p className="mb-2 text-muted text-sm">{t("rejections.hint")}</p>
      <ul className="mb-2 list-disc pl-5 text-sm" aria-label={t("rejections.byReason")}>
        {reasons.map(({ reason, column, rows }) => (
          <li key={`${reason} ${column}`}>
            {t("rejections.reasonCount", {
              reason: reasonText(reason),
              column: column || "—",
              rows,
            })}
          </li>
        ))}
      </ul>
      <DataTable
        id="import-rejections"
        caption={t("rejections.caption")}
        columns={columns.map((id) => ({ id, label: t(`rejections.${id}`) }))}
        rows={rejections.map(({ id, kind, file, row, column, value, reason }) => {
          const known = kindOf(kind);
          return {
            id,
            cells: {
              place: t("rejections.at", { file, row: f.number(row) }),
              kind: known ? t(`kinds.${known}`) : kind,
              column: column || "—",
              value: <span className="break-words">{value || "—"}</span>,
              reason: reasonText(reason),
            },
          };
        })}
        total={total}
        page={page}
        pageSize={pageSize}
        toolbar={
          <div className="flex flex-wrap gap-2">
            {files.map((file) => (
              <a
                key={file}
                href={`/api/upload/${ownerId}/rejected?file=${encodeURIComponent(file)}`}
                download
                className={buttonClass("secondary", "sm")}
              >
                <Download aria-hidden="true" />
                {t("rejections.download", { file })}
              </a>
            ))}
          </div>
        }
        empty={<EmptyState icon={<CircleCheck />} title={t("rejections.none")} />}
        phone="cards"
      />
    </section>
  );
}
