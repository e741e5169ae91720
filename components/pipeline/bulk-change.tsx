"use client";
import { useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { RemoteChoice } from "@/components/forms/remote-choice";
import { useCommand } from "@/components/forms/use-command";
import { useSelectedRows } from "@/components/tables/selection";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { DateInput } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { StageKind } from "@/lib/deals/domain/deal";
import { changeDeals, undoChange } from "@/lib/pipeline/actions/bulk";
import type { BulkInput } from "@/lib/pipeline/schema";
import { localName } from "@/lib/shared/local-name";
import type { Reference } from "@/lib/shared/named";

type What = "owner" | "stage" | "close";
type Preview = { changed: number; same: number; closed: number; refused: number };

type BulkChangeProps = {
  stages: readonly (Reference & { kind: StageKind })[];
  /** Records in all pages of the list. */
  total: number;
  /** Whether the person may give deals to others. */
  leads: boolean;
};

/** Owner, stage or expected close of the selected deals, or of all that match; said before it is done, undone by one click. */
export function BulkChange({ stages, total, leads }: BulkChangeProps) {
  const t = useTranslations("pipeline.bulk");
  const common = useTranslations("common");
  const locale = useLocale();
  const run = useCommand();
  const address = useSearchParams();
  const { ids, clear } = useSelectedRows();
  const [open, setOpen] = useState(false);
  const [what, setWhat] = useState<What>("stage");
  const [value, setValue] = useState<string | null>(null);
  const [everything, setEverything] = useState(false);
  const [preview, setPreview] = useState<Preview | null>(null);

  const input = (apply: boolean): BulkInput => ({
    of: everything ? { params: Object.fromEntries(address) } : { ids: [...ids] },
    change: (what === "owner"
      ? { what, ownerId: value ?? "" }
      : what === "stage"
        ? { what, stageId: value ?? "" }
        : { what, expectedCloseOn: value ?? "" }) as BulkInput["change"],
    apply,
  });
  function reset(next: { what?: What; value?: string | null; everything?: boolean }) {
    if (next.what !== undefined) setWhat(next.what);
    if (next.everything !== undefined) setEverything(next.everything);
    setValue(next.value === undefined ? (next.what === undefined ? value : null) : next.value);
    setPreview(null);
  }
  async function look() {
    const outcome = await run(changeDeals(input(false)));
    if (typeof outcome === "object") setPreview(outcome);
  }
  async function apply() {
    const outcome = await run(changeDeals(input(true)));
    if (typeof outcome !== "object") return;
    setOpen(false);
    setPreview(null);
    clear();
    const undo = () => void run(undoChange({ items: outcome.before }), common("restored"));
    toast(t("done", { count: outcome.changed }), {
      action: { label: common("undo"), onClick: undo },
    });
  }
  const kinds = (leads ? ["stage", "close", "owner"] : ["stage", "close"]) as What[];
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      width="sm"
      title={t("title")}
      trigger={<Button size="sm">{t("open")}</Button>}
      footer={
        <>
          <DialogClose>{t("cancel")}</DialogClose>
          {preview ? (
            <Button variant="primary" disabled={preview.changed === 0} onClick={() => void apply()}>
              {t("apply", { count: preview.changed })}
            </Button>
          ) : (
            <Button variant="primary" disabled={!value} onClick={() => void look()}>
              {t("preview")}
            </Button>
          )}
        </>
      }
    >
      <div className="grid gap-4">
        {total > ids.length ? (
          <Checkbox
            label={t("everything", { count: total })}
            checked={everything}
            onCheckedChange={(checked) => reset({ everything: checked })}
          />
        ) : null}
        <Field label={t("what")}>
          {(control) => (
            <Select
              {...control}
              value={what}
              onValueChange={(next) => reset({ what: next as What })}
              options={kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
            />
          )}
        </Field>
        <Field label={t(`kinds.${what}`)}>
          {(control) =>
            what === "owner" ? (
              <RemoteChoice
                {...control}
                source="/api/search?only=person"
                value={value}
                onValueChange={(next) => reset({ value: next })}
              />
            ) : what === "stage" ? (
              <Select
                {...control}
                value={value}
                placeholder={t("choose")}
                onValueChange={(next) => reset({ value: next })}
                options={stages
                  .filter((stage) => stage.kind === "open")
                  .map((stage) => ({ value: stage.id, label: localName(stage, locale) }))}
              />
            ) : (
              <DateInput
                {...control}
                value={value ?? ""}
                onChange={(event) => reset({ value: event.target.value })}
              />
            )
          }
        </Field>
        {preview ? (
          <ul role="status" className="grid gap-1 text-sm">
            <li>
              <b>{t("changed", { count: preview.changed })}</b>
            </li>
            {(["same", "closed", "refused"] as const)
              .filter((name) => preview[name] > 0)
              .map((name) => (
                <li key={name} className="text-muted">
                  {t(name, { count: preview[name] })}
                </li>
              ))}
          </ul>
        ) : null}
      </div>
    </Dialog>
  );
}
