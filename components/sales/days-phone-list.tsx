"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { addressesOf, sumOf } from "@/lib/sales/domain/days-sums";
import {
  cellAddress,
  type DayRow,
  MEASURES,
  type Measure,
  shownNumber,
} from "@/lib/sales/domain/store-days";
import type { BusinessDate } from "@/lib/shared/business-date";
import { localName } from "@/lib/shared/local-name";
import type { DaysTableProps } from "./days-table-props";

/** The grid on a phone: one day, a line for each product with two fields. */
export function DaysPhoneList(props: DaysTableProps) {
  const { editor, format, label } = props;
  const t = useTranslations("sales.days");
  const { days, today, rows } = editor.days;
  const past = days.filter((day) => day <= today);
  const [chosen, setChosen] = useState<BusinessDate>();
  const day = chosen && past.includes(chosen) ? chosen : past.at(-1);
  if (!day) return <p className="px-4 py-3 text-muted text-sm">{t("future")}</p>;
  const sum = (measure: Measure) =>
    sumOf(
      editor.days,
      editor.edits,
      addressesOf(
        rows.map((row) => row.product.id),
        [day],
        measure,
      ),
    );
  return (
    <>
      {past.length > 1 ? (
        <div className="px-4 pb-2">
          <Select
            aria-label={t("day")}
            options={past.map((one) => ({
              value: one,
              label: `${format.weekday(one, "short")} ${format.dayAndMonth(one)}`,
            }))}
            value={day}
            onValueChange={(value) => setChosen(past.find((one) => one === value))}
          />
        </div>
      ) : null}
      <div className="flex items-baseline gap-2 border-line border-b px-4 pb-1 text-2xs text-muted">
        <span className="flex-1">{t("product")}</span>
        <span className="w-18 text-right">{t("quantity")}</span>
        <span className="w-26 text-right">{t("amount")}</span>
      </div>
      <ul aria-label={label}>
        {rows.map((row) => (
          <PhoneRow key={`${day}${row.product.id}`} {...props} row={row} day={day} />
        ))}
      </ul>
      <p className="flex items-baseline gap-2 px-4 py-3 font-semibold text-sm tabular-nums">
        <span className="flex-1">{t("total")}</span>
        <span className="w-18 text-right">{format.number(sum("quantity"), 3)}</span>
        <span className="w-26 text-right">{format.number(sum("amount"))}</span>
      </p>
    </>
  );
}

type PhoneRowProps = DaysTableProps & { row: DayRow; day: BusinessDate };

function PhoneRow(props: PhoneRowProps) {
  const { row, day, problems } = props;
  const t = useTranslations("sales.days");
  const name = localName(row.product, useLocale());
  const problem = MEASURES.map((measure) =>
    problems.get(cellAddress({ productId: row.product.id, day }, measure)),
  ).find(Boolean);
  return (
    <li className="border-grid border-b px-4 py-1.5">
      <span className="flex items-center gap-2">
        <span className="line-clamp-2 min-w-0 flex-1 text-sm">{name}</span>
        {MEASURES.map((measure) => (
          <DayEntry key={measure} {...props} measure={measure} name={name} />
        ))}
      </span>
      {problem ? (
        <p role="alert" className="text-right text-bad text-xs">
          {t(`problem.${problem}`)}
        </p>
      ) : null}
    </li>
  );
}

function DayEntry({
  row,
  day,
  measure,
  name,
  editor,
  commands,
  format,
  problems,
}: PhoneRowProps & { measure: Measure; name: string }) {
  const t = useTranslations("sales.days");
  const address = cellAddress({ productId: row.product.id, day }, measure);
  const value = shownNumber(editor.days, editor.edits, address);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  return (
    <Input
      aria-label={`${name} ${t(measure)}`}
      aria-invalid={error !== null || problems.has(address)}
      title={error ?? undefined}
      inputMode="text"
      autoComplete="off"
      className={`${measure === "quantity" ? "w-18" : "w-26"} px-1.5 text-right tabular-nums`}
      value={typed ?? (value === null ? "" : format.number(value, 3))}
      onChange={(event) => {
        setTyped(event.target.value);
        // Taken at once where it can be read: the page may be left without the field being left.
        setError(commands.commit(address, measure, event.target.value));
      }}
      onBlur={() => {
        if (error === null) setTyped(null);
      }}
    />
  );
}
