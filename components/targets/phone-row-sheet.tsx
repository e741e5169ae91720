"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Sheet } from "@/components/ui/sheet";
import { cellKey } from "@/lib/targets/domain/grid-changes";
import { shownValue } from "@/lib/targets/domain/grid-edits";
import { compareMonths } from "@/lib/targets/domain/grid-sums";
import { addressOf, cellReadOnly, type GridRow } from "@/lib/targets/domain/target-grid";
import { TIERS, type Tier } from "@/lib/targets/domain/target-kpi";
import { DifferenceTag } from "./difference-tag";
import type { GridTableProps } from "./grid-table";

type RowProps = GridTableProps & { row: GridRow };

/** All numbers of one row, one field each; what can be read is taken as it is typed. */
export function PhoneRowSheet(props: RowProps & { onClose: () => void }) {
  const { grid, row, editor, numbers, commands, periodLabels, hrefOfUnit, onClose } = props;
  const t = useTranslations("targets");
  const { difference, whole } = grid.additive
    ? compareMonths(grid, editor.edits, row, "target")
    : { difference: null, whole: null };
  return (
    <Sheet
      open
      title={row.name}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={() => props.onHistory(row, 0)}>{t("history.title")}</Button>
          <Button variant="primary" onClick={onClose}>
            {t("done")}
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        {row.kind === "unit" ? (
          <Link href={hrefOfUnit(row.unitId)} className="link text-sm">
            {t("openUnit")}
          </Link>
        ) : null}
        {row.readOnly ? <Banner>{t(`readOnly.${row.readOnly}`)}</Banner> : null}
        <p className="text-muted text-sm tabular-nums">
          {t("lastYear")} {numbers.measured(row.lastYear[0] ?? null)} · {t("soFar")}{" "}
          {numbers.measured(row.actual[0] ?? null)}
        </p>
        {grid.periods.map((period, index) => (
          <fieldset key={`${period.from}${period.to}`} className="min-w-0">
            <legend className="mb-1.5 font-semibold">{periodLabels[index]}</legend>
            <div className="grid grid-cols-3 gap-2">
              {TIERS.map((tier) => (
                <NumberEntry key={tier} {...props} period={index} tier={tier} />
              ))}
            </div>
            {props.disordered.has(cellKey(row.key, index)) ? (
              <p role="alert" className="mt-1 text-bad text-xs">
                {t("tierOrder")}
              </p>
            ) : null}
            {index === 0 && difference !== null ? (
              <p className="mt-1.5 flex items-center gap-2 text-muted text-xs">
                {t("monthsSum")} <DifferenceTag difference={difference} show={numbers.show} />
              </p>
            ) : null}
            {index === 0 && grid.additive && whole !== null && difference !== 0 && !row.readOnly ? (
              <Button className="mt-1.5" size="sm" onClick={() => commands.splitRow(row, "target")}>
                {t("splitHere")}
              </Button>
            ) : null}
          </fieldset>
        ))}
      </div>
    </Sheet>
  );
}

function NumberEntry(props: RowProps & { period: number; tier: Tier }) {
  const { grid, row, editor, commands, numbers, period, tier } = props;
  const t = useTranslations("targets");
  const address = addressOf(row.key, period, tier);
  const value = shownValue(grid, editor.edits, address);
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  function leave() {
    if (typed === null) return;
    const problem = commands.commit(address, typed);
    setError(problem);
    if (problem === null) setTyped(null);
  }
  return (
    <Field label={t(`tiers.${tier}`)} error={error ?? undefined} className="min-w-0">
      {(control) => (
        <Input
          {...control}
          inputMode="decimal"
          autoComplete="off"
          className="w-full px-1.5 text-right tabular-nums"
          value={typed ?? (value === null ? "" : numbers.show(value))}
          readOnly={cellReadOnly(row, period) !== null}
          onChange={(event) => {
            setTyped(event.target.value);
            // Taken at once where it can be read: the sheet may close without the field being left.
            commands.commit(address, event.target.value);
          }}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
