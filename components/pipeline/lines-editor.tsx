"use client";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { CheckboxField } from "@/components/forms/choice-fields";
import { conflictOf } from "@/components/forms/edit-conflict";
import { useFormField } from "@/components/forms/form-context";
import { RemoteChoice } from "@/components/forms/remote-choice";
import { Button, IconButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ComboOption } from "@/components/ui/combobox";
import { NumberInput } from "@/components/ui/number-input";
import { saveDealLines } from "@/lib/pipeline/actions/deals";

type Line = {
  key: number;
  product: ComboOption | null;
  quantity: number | null;
  amount: number | null;
};

type LinesEditorProps = {
  deal: { id: string; version: number; currency: string; amount: number | null; won: boolean };
  lines: readonly Omit<Line, "key">[];
  /** The card as it is read. */
  children: ReactNode;
};

/** The products of a deal, edited in their place; the sum stands beside the deal's amount. */
export function LinesEditor({ deal, lines, children }: LinesEditorProps) {
  const t = useTranslations("pipeline.lines");
  const [editing, setEditing] = useState(false);
  if (!editing)
    return (
      <div className="relative">
        <div className="absolute top-2 right-3 z-10">
          <Button size="sm" icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
            {t("edit")}
          </Button>
        </div>
        {children}
      </div>
    );
  const close = () => setEditing(false);
  const start = lines.length > 0 ? lines : [{ product: null, quantity: 1, amount: null }];
  return (
    <Card title={t("title")} sub={deal.currency}>
      <ActionForm
        action={saveDealLines}
        initial={{
          ...{ id: deal.id, version: deal.version, takeSum: false },
          lines: start.map((line, key): Line => ({ ...line, key })),
        }}
        toInput={({ lines: edited, ...values }) => ({
          ...values,
          lines: edited.map(({ product, quantity, amount }) => ({
            productId: product?.value ?? "",
            quantity: quantity ?? 0,
            amount,
          })),
        })}
        validate={({ lines: edited }): Record<string, string> => {
          if (edited.some((line) => line.product === null)) return { lines: t("productMissing") };
          const wrong = edited.some(
            ({ quantity, amount }) => !quantity || quantity < 0 || Number.isNaN(amount),
          );
          return wrong ? { lines: t("numberWrong") } : {};
        }}
        successMessage={t("done")}
        onSuccess={close}
        secondary={<Button onClick={close}>{t("cancel")}</Button>}
        renderServerError={conflictOf({})}
      >
        <LineRows />
        <Sum deal={deal} />
      </ActionForm>
    </Card>
  );
}

function useLines() {
  const { value, setValue, error } = useFormField("lines");
  return { lines: value as readonly Line[], setLines: setValue as (lines: Line[]) => void, error };
}

function LineRows() {
  const t = useTranslations("pipeline.lines");
  const { lines, setLines, error } = useLines();
  const change = (key: number, changes: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const nextKey = Math.max(0, ...lines.map((line) => line.key)) + 1;
  return (
    <div className="grid gap-3">
      {lines.map((line, index) => (
        <fieldset
          key={line.key}
          className="grid grid-cols-[1fr_6rem_9rem_2rem] items-end gap-2 phone:grid-cols-[1fr_1fr_2rem] phone:*:first:col-span-3"
        >
          <legend className="sr-only">{t("line", { number: index + 1 })}</legend>
          <RemoteChoice
            aria-label={t("product")}
            placeholder={t("product")}
            source="/api/search?only=product"
            value={line.product?.value ?? null}
            chosen={line.product}
            onValueChange={(_, product) => change(line.key, { product })}
          />
          <NumberInput
            aria-label={t("quantity")}
            placeholder={t("quantity")}
            value={line.quantity}
            min={0}
            onValueChange={(quantity) => change(line.key, { quantity })}
          />
          <NumberInput
            aria-label={t("amount")}
            placeholder={t("amount")}
            value={line.amount}
            min={0}
            onValueChange={(amount) => change(line.key, { amount })}
          />
          <IconButton
            label={t("remove", { number: index + 1 })}
            icon={<Trash2 aria-hidden="true" />}
            onClick={() => setLines(lines.filter((other) => other.key !== line.key))}
          />
        </fieldset>
      ))}
      {error ? (
        <p role="alert" className="text-bad text-sm">
          {error}
        </p>
      ) : null}
      <div>
        <Button
          size="sm"
          icon={<Plus aria-hidden="true" />}
          onClick={() =>
            setLines([...lines, { key: nextKey, product: null, quantity: 1, amount: null }])
          }
        >
          {t("add")}
        </Button>
      </div>
    </div>
  );
}

/** The lines' sum, and the offer to make it the deal's amount where the two differ. */
function Sum({ deal }: { deal: LinesEditorProps["deal"] }) {
  const t = useTranslations("pipeline.lines");
  const locale = useLocale();
  const { lines } = useLines();
  const sum = lines.reduce((total, line) => total + (line.amount || 0), 0);
  const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const differs = Math.abs(sum - (deal.amount ?? 0)) >= 0.005;
  return (
    <div className="grid gap-2 border-line border-t pt-3 text-sm">
      <p className="flex justify-between">
        <span className="text-muted">{t("sum")}</span>
        <b className="tabular-nums">{written.format(sum)}</b>
      </p>
      <p className="flex justify-between">
        <span className="text-muted">{t("dealAmount")}</span>
        <span className="tabular-nums">
          {deal.amount === null ? "—" : written.format(deal.amount)}
        </span>
      </p>
      {differs ? <CheckboxField name="takeSum" label={t("takeSum")} /> : null}
      {deal.won ? <p className="text-muted">{t("rebooked")}</p> : null}
    </div>
  );
}
