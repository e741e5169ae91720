"use client";
import { useLocale, useTranslations } from "next-intl";
import { StageTag } from "@/components/deals/stage-tag";
import { type BoardColumn, CLOSED_DAYS } from "@/lib/deals/domain/board";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";

/** A column's name and the sums over all its deals, not only those shown. */
export function ColumnHead({ column, f }: { column: BoardColumn; f: Formatter }) {
  const t = useTranslations("pipeline.board");
  const locale = useLocale();
  const name = localName(column, locale);
  return (
    <header className="mb-2 px-1">
      <h2 className="flex items-center gap-2 font-semibold text-sm">
        {column.kind === "open" ? name : <StageTag kind={column.kind}>{name}</StageTag>}
        <span className="ml-auto text-muted tabular-nums">{f.number(column.count)}</span>
      </h2>
      <p className="text-muted text-xs tabular-nums">
        {column.kind === "won"
          ? t("booked", { amount: f.money(column.booked) })
          : t("expected", { amount: f.money(column.expected) })}
        {column.kind === "open"
          ? ` · ${t("weighted", { amount: f.money(column.weighted) })}`
          : null}
        {column.kind === "open" ? null : ` · ${t("lately", { days: CLOSED_DAYS })}`}
      </p>
    </header>
  );
}
