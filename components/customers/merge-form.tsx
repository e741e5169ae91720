"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { toast } from "@/components/ui/toast";
import { mergeCustomers, undoCustomerMerge } from "@/lib/customers/actions/merge";
import type { MergeField } from "@/lib/customers/schema";

export type MergeSide = {
  id: string;
  version: number;
  name: string;
  /** Records that name it, formatted. */
  records: string;
  /** What each field shows; "" where it has nothing. */
  values: Record<MergeField, string>;
};

type MergeFormProps = {
  sides: readonly [MergeSide, MergeSide];
  labels: Record<MergeField, string>;
};
type Pick = 0 | 1;
const SIDES: readonly Pick[] = [0, 1];

/** Undoes a merge and says how it went. */
export function useUndoMerge() {
  const t = useTranslations("customers.merge");
  const run = useCommand();
  const router = useRouter();
  return async function undo(merge: string) {
    if (await run(undoCustomerMerge({ merge }), t("undone"))) router.refresh();
  };
}

/** Two customers side by side: which one stays, and whose value each field keeps. */
export function MergeForm({ sides, labels }: MergeFormProps) {
  const t = useTranslations("customers.merge");
  const common = useTranslations("common");
  const router = useRouter();
  const run = useCommand();
  const undo = useUndoMerge();
  const [stays, setStays] = useState<Pick>(0);
  const [chosen, setChosen] = useState<Partial<Record<MergeField, Pick>>>({});
  const [pending, setPending] = useState(false);
  const fields = Object.keys(labels) as MergeField[];
  const different = fields.filter((field) => sides[0].values[field] !== sides[1].values[field]);
  const goes: Pick = stays === 0 ? 1 : 0;
  /** Untouched, a field keeps the survivor's value, or the only one there is. */
  const pickOf = (field: MergeField): Pick =>
    chosen[field] ?? (sides[stays].values[field] === "" ? goes : stays);

  async function merge() {
    setPending(true);
    const side = ({ id, version }: MergeSide) => ({ id, version });
    const done = await run(
      mergeCustomers({
        survivor: side(sides[stays]),
        loser: side(sides[goes]),
        take: different.filter((field) => pickOf(field) === goes),
      }),
    );
    setPending(false);
    if (typeof done !== "object") return;
    router.push(`/customers/${sides[stays].id}`);
    toast(t("done"), { action: { label: common("undo"), onClick: () => void undo(done.merge) } });
  }
  return (
    <div className="grid gap-4">
      <table className="w-full table-fixed text-left text-sm">
        <thead>
          <tr className="border-line border-b">
            <td className="w-28 py-2 phone:w-20" />
            {SIDES.map((side) => (
              <th key={side} scope="col" className="break-words py-2 pr-2 align-top font-semibold">
                {sides[side].name}
                <span className="block font-normal text-muted text-xs">
                  {t("records", { count: sides[side].records })}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row label={t("stays")} name="stays">
            {(name) =>
              SIDES.map((side) => (
                <Option
                  key={side}
                  name={name}
                  checked={stays === side}
                  onChoose={() => setStays(side)}
                  text={t(stays === side ? "thisStays" : "thisGoes")}
                />
              ))
            }
          </Row>
          {different.map((field) => (
            <Row key={field} label={labels[field]} name={field}>
              {(name) =>
                SIDES.map((side) => (
                  <Option
                    key={side}
                    name={name}
                    checked={pickOf(field) === side}
                    onChoose={() => setChosen({ ...chosen, [field]: side })}
                    text={sides[side].values[field] || "—"}
                  />
                ))
              }
            </Row>
          ))}
        </tbody>
      </table>
      <p className="text-muted text-sm">{t("moves", { count: sides[goes].records })}</p>
      <div className="flex flex-wrap justify-end gap-2">
        <LinkButton href={`/customers/${sides[0].id}`}>{common("cancel")}</LinkButton>
        <Button variant="primary" pending={pending} onClick={() => void merge()}>
          {t("submit")}
        </Button>
      </div>
    </div>
  );
}

function Row({
  label,
  name,
  children,
}: {
  label: string;
  name: string;
  children: (name: string) => React.ReactNode;
}) {
  const id = useId();
  return (
    <tr className="border-grid border-b">
      <th scope="row" className="py-2 pr-2 align-top font-normal text-ink2">
        {label}
      </th>
      {children(`${id}-${name}`)}
    </tr>
  );
}

function Option({
  name,
  checked,
  onChoose,
  text,
}: {
  name: string;
  checked: boolean;
  onChoose: () => void;
  text: string;
}) {
  return (
    <td className="py-1 pr-2 align-top">
      <label className="flex min-h-8 cursor-pointer items-start gap-2 rounded-control px-1.5 py-1 has-checked:bg-accent-soft">
        <input
          type="radio"
          name={name}
          checked={checked}
          onChange={onChoose}
          className="mt-0.5 size-4 shrink-0 accent-accent"
        />
        <span className="min-w-0 break-words">{text}</span>
      </label>
    </td>
  );
}
