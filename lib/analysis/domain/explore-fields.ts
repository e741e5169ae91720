import { metricOf } from "@/lib/metrics/domain/catalogue";
import type { MeasuredMetric } from "@/lib/metrics/domain/figure";
import type { FieldType, ListField } from "@/lib/shared/list-field";
import { type ExploreRow, isOthers } from "./explore-view";

const WRITTEN: Record<string, FieldType> = { money: "amount", percent: "share" };

/** The columns of an exploration as a file: time, member, figure, number of records. `others` is the word for those not listed. */
export function exploreFields(metric: MeasuredMetric, others: string) {
  return [
    { id: "bucket", type: "date", value: ({ bucket }) => bucket },
    {
      id: "member",
      type: "text",
      value: (row, locale) =>
        isOthers(row)
          ? others
          : ((locale === "en" ? (row.name?.nameEn ?? row.name?.name) : row.name?.name) ?? null),
    },
    {
      id: "value",
      type: WRITTEN[metricOf(metric).unit] ?? "number",
      value: ({ value }) => value,
    },
    { id: "n", type: "number", value: ({ n }) => n },
  ] as const satisfies readonly ListField<ExploreRow>[];
}
