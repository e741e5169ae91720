"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { SegmentedControl } from "../ui/radio-group";

export type CellConflict = {
  key: string;
  title: string;
  /** Who changed it and when. */
  note: string | null;
  values: readonly { label: string; mine: string; theirs: string }[];
};

type Choice = "mine" | "theirs";

type CellConflictsProps = {
  title: string;
  items: readonly CellConflict[];
  /** Keys of what stays as typed, and of what is given up. */
  onResolved: (mine: ReadonlySet<string>, theirs: ReadonlySet<string>) => void;
  onClose: () => void;
};

/** Both versions of each cell that somebody else has changed meanwhile; the person chooses one by one. */
export function CellConflicts({ title, items, onResolved, onClose }: CellConflictsProps) {
  const t = useTranslations("common.cellConflict");
  const common = useTranslations("common");
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const all = (choice: Choice) =>
    setChoices(Object.fromEntries(items.map(({ key }) => [key, choice])));
  const chosen = (choice: Choice) =>
    new Set(items.map(({ key }) => key).filter((key) => choices[key] === choice));
  return (
    <Dialog
      open
      width="lg"
      title={title}
      description={t("description")}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      footer={
        <>
          <Button onClick={onClose}>{common("cancel")}</Button>
          <Button onClick={() => all("theirs")}>{t("allTheirs")}</Button>
          <Button onClick={() => all("mine")}>{t("allMine")}</Button>
          <Button
            variant="primary"
            disabled={!items.every(({ key }) => choices[key])}
            onClick={() => onResolved(chosen("mine"), chosen("theirs"))}
          >
            {t("apply")}
          </Button>
        </>
      }
    >
      <ul className="grid gap-3 text-sm">
        {items.map((item) => (
          <li key={item.key} className="rounded-card border border-line p-3">
            <p className="font-medium">{item.title}</p>
            {item.note ? <p className="text-muted text-xs">{item.note}</p> : null}
            <dl className="my-2 grid grid-cols-[auto_1fr_1fr] gap-x-4 gap-y-0.5 tabular-nums">
              <dt className="sr-only">{t("version")}</dt>
              <dd className="col-start-2 text-muted text-xs">{t("mine")}</dd>
              <dd className="text-muted text-xs">{t("theirs")}</dd>
              {item.values.map(({ label, mine, theirs }) => (
                <div key={label} className="contents">
                  <dt>{label}</dt>
                  <dd>{mine}</dd>
                  <dd>{theirs}</dd>
                </div>
              ))}
            </dl>
            <SegmentedControl
              aria-label={item.title}
              value={choices[item.key] ?? ""}
              onValueChange={(choice) =>
                setChoices({ ...choices, [item.key]: choice === "mine" ? "mine" : "theirs" })
              }
              options={[
                { value: "mine", label: t("keepMine") },
                { value: "theirs", label: t("takeTheirs") },
              ]}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
