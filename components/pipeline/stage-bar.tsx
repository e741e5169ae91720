"use client";
import { Check, X } from "lucide-react";
import { useLocale, useTranslations } from "next-intl";
import { useOptimistic, useState, useTransition } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/select";
import { moveDeal } from "@/lib/pipeline/actions/stages";
import type { DealChoices, StageChoice } from "@/lib/pipeline/domain/choices";
import { localName } from "@/lib/shared/local-name";
import { LoseDialog } from "./lose-dialog";
import { type ClosingDeal, WinDialog } from "./win-dialog";

type StageBarProps = {
  deal: ClosingDeal;
  stageId: string;
  choices: Pick<DealChoices, "today" | "stages" | "reasons" | "competitors">;
};

/** Where the deal stands, and the way to another stage: open ones at once, won and lost by their dialogs. */
export function StageBar({ deal, stageId, choices }: StageBarProps) {
  const t = useTranslations("pipeline");
  const locale = useLocale();
  const run = useCommand();
  const [, startTransition] = useTransition();
  const [shown, show] = useOptimistic(stageId);
  const [closing, setClosing] = useState<StageChoice | null>(null);
  const now = choices.stages.find((stage) => stage.id === shown);
  const open = choices.stages.filter((stage) => stage.kind === "open");
  const at = open.findIndex((stage) => stage.id === shown);
  const closed = now !== undefined && now.kind !== "open";

  function go(stage: StageChoice) {
    if (stage.id === shown) return;
    if (stage.kind !== "open") return setClosing(stage);
    startTransition(async () => {
      show(stage.id);
      await run(moveDeal({ id: deal.id, version: deal.version, stageId: stage.id }), t("moved"));
    });
  }
  return (
    <section aria-label={t("stageBar")} className="mb-3.5 flex flex-wrap items-center gap-2">
      <ol className="flex min-w-0 flex-1 gap-1 phone:hidden">
        {open.map((stage, index) => (
          <li key={stage.id} className="min-w-0 flex-1">
            <button
              type="button"
              aria-current={stage.id === shown ? "step" : undefined}
              onClick={() => go(stage)}
              className={cx(
                "h-8 w-full truncate rounded-control border px-2 text-sm",
                stage.id === shown
                  ? "border-accent bg-accent-soft font-medium text-accent"
                  : index < at || closed
                    ? "border-line bg-sunken text-ink2 hover:bg-grid"
                    : "border-line bg-surface text-muted hover:bg-sunken",
              )}
            >
              {localName(stage, locale)}
            </button>
          </li>
        ))}
      </ol>
      <Select
        aria-label={t("stageBar")}
        className="flex-1 shell:hidden"
        value={shown}
        options={choices.stages.map((stage) => ({
          value: stage.id,
          label: localName(stage, locale),
        }))}
        onValueChange={(id) => {
          const stage = choices.stages.find((one) => one.id === id);
          if (stage) go(stage);
        }}
      />
      {choices.stages
        .filter((stage) => stage.kind !== "open")
        .map((stage) => (
          <Button
            key={stage.id}
            variant={stage.kind === "won" && !closed ? "primary" : "secondary"}
            icon={stage.kind === "won" ? <Check aria-hidden="true" /> : <X aria-hidden="true" />}
            aria-current={stage.id === shown ? "step" : undefined}
            disabled={stage.id === shown}
            onClick={() => go(stage)}
          >
            {localName(stage, locale)}
          </Button>
        ))}
      <WinDialog
        key={`win ${deal.version}`}
        deal={deal}
        today={choices.today}
        stageId={closing?.id}
        open={closing?.kind === "won"}
        onOpenChange={(isOpen) => isOpen || setClosing(null)}
      />
      <LoseDialog
        key={`lose ${deal.version}`}
        deal={deal}
        choices={choices}
        stageId={closing?.id}
        open={closing?.kind === "lost"}
        onOpenChange={(isOpen) => isOpen || setClosing(null)}
      />
    </section>
  );
}
