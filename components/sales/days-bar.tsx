"use client";
import { Calculator, Redo2, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { RemoteChoice } from "@/components/forms/remote-choice";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tag } from "@/components/ui/tag";
import type { DaysCommands } from "./use-days-commands";
import type { DaysEditor } from "./use-days-editor";

/** Above the grid: amounts at list price, another product, undo and redo. */
export function DaysToolbar({ editor, commands }: { editor: DaysEditor; commands: DaysCommands }) {
  const t = useTranslations("sales.days");
  const [added, setAdded] = useState(0);
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 pb-2.5">
      <Button icon={<Calculator aria-hidden="true" />} onClick={commands.fillAmounts}>
        {t("fill")}
      </Button>
      <div className="w-60 phone:w-full phone:order-last">
        <RemoteChoice
          key={added}
          aria-label={t("add")}
          placeholder={t("add")}
          source="/api/search?only=product"
          value={null}
          onValueChange={(id, option) => {
            if (!id || !option) return;
            const product = { id, name: option.label, nameEn: option.label };
            editor.add({ product, category: null, listPrice: null, lines: {} });
            setAdded(added + 1);
          }}
        />
      </div>
      <span className="ml-auto flex gap-1 phone:hidden">
        <IconButton
          label={t("undo")}
          icon={<Undo2 aria-hidden="true" />}
          disabled={!editor.canUndo}
          onClick={editor.undo}
        />
        <IconButton
          label={t("redo")}
          icon={<Redo2 aria-hidden="true" />}
          disabled={!editor.canRedo}
          onClick={editor.redo}
        />
      </span>
    </div>
  );
}

type DaysSaveBarProps = {
  unsaved: number;
  problems: number;
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
};

/** What is unsaved, with the buttons for it. Sticks to a phone's edge. */
export function DaysSaveBar({ unsaved, problems, saving, onSave, onDiscard }: DaysSaveBarProps) {
  const t = useTranslations("sales.days");
  const common = useTranslations("common");
  return (
    <div
      className={cx(
        "flex min-h-13 flex-wrap items-center gap-2 border-line border-t px-4 py-2.5",
        unsaved > 0
          ? "bg-surface phone:sticky phone:bottom-16 phone:z-10 phone:shadow-raised"
          : null,
      )}
    >
      <p role="status" className="min-w-0 flex-1 text-ink2 text-sm">
        {unsaved > 0 ? (
          <b className="text-accent">{t("unsavedCount", { count: unsaved })}</b>
        ) : (
          t("allSaved")
        )}
        {problems > 0 ? (
          <Tag status="bad" className="ml-2 whitespace-normal">
            {t("problemCount", { count: problems })}
          </Tag>
        ) : null}
      </p>
      {unsaved > 0 ? (
        <Button variant="ghost" onClick={onDiscard}>
          {t("discard")}
        </Button>
      ) : null}
      <Button variant="primary" disabled={unsaved === 0} pending={saving} onClick={onSave}>
        {common("save")}
      </Button>
    </div>
  );
}
