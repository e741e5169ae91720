"use client";
import { ArrowDown, ArrowUp, Pencil, Power, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import type { FormResult } from "@/components/forms/form-errors";
import { useCommand } from "@/components/forms/use-command";
import { IconButton } from "@/components/ui/button";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/small-parts";
import { Tag } from "@/components/ui/tag";
import { StageForm, type StageFormActions, type StageKind } from "./stage-form";

export type StageLine = {
  id: string;
  version: number;
  name: string;
  nameEn: string | null;
  kind: StageKind;
  /** 0 to 1. */
  probability: number;
  /** Formatted. */
  probabilityText: string;
  active: boolean;
  /** Deals in it now. */
  deals: number;
};

type Answer = Promise<FormResult<unknown> | undefined>;
export type StageActions = StageFormActions & {
  move: (input: { id: string; by: -1 | 1 }) => Answer;
  setActive: (input: { id: string; active: boolean }) => Answer;
  remove: (input: { id: string }) => Answer;
};

const TONE = { open: "neutral", won: "good", lost: "bad" } as const;

/** The stages in the order of the pipeline; buttons or Alt with an arrow key change the order. */
export function StageList({
  stages,
  actions,
}: {
  stages: readonly StageLine[];
  actions: StageActions;
}) {
  const t = useTranslations("settings.stages");
  const run = useCommand();
  const [said, setSaid] = useState("");
  async function move(stage: StageLine, index: number, by: -1 | 1) {
    if (index + by < 0 || index + by >= stages.length) return;
    const done = await run(actions.move({ id: stage.id, by }));
    if (done) setSaid(t("movedTo", { name: stage.name, place: index + 1 + by }));
    // The line has moved in the document, which takes the focus from its button.
    requestAnimationFrame(() => document.getElementById(moverId(stage.id, by))?.focus());
  }
  function onKeyDown(event: KeyboardEvent, stage: StageLine, index: number) {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    void move(stage, index, event.key === "ArrowUp" ? -1 : 1);
  }
  return (
    <>
      <ol>
        {stages.map((stage, index) => (
          <li
            key={stage.id}
            className="flex items-center gap-2 border-grid border-b py-1.5 last:border-0"
            onKeyDown={(event) => onKeyDown(event, stage, index)}
          >
            <Mover stage={stage} at={index} count={stages.length} onMove={move} />
            <StageText stage={stage} />
            <StageCommands stage={stage} actions={actions} />
          </li>
        ))}
      </ol>
      <div role="status">
        <VisuallyHidden>{said}</VisuallyHidden>
      </div>
    </>
  );
}

const moverId = (id: string, by: -1 | 1) => `stage-${by < 0 ? "up" : "down"}-${id}`;

function Mover({
  stage,
  at,
  count,
  onMove,
}: {
  stage: StageLine;
  at: number;
  count: number;
  onMove: (stage: StageLine, index: number, by: -1 | 1) => Promise<void>;
}) {
  const t = useTranslations("settings.stages");
  return (
    <span className="flex phone:flex-col">
      <IconButton
        id={moverId(stage.id, -1)}
        size="sm"
        label={t("up", { name: stage.name })}
        aria-disabled={at === 0}
        onClick={() => void onMove(stage, at, -1)}
        icon={<ArrowUp aria-hidden="true" />}
      />
      <IconButton
        id={moverId(stage.id, 1)}
        size="sm"
        label={t("down", { name: stage.name })}
        aria-disabled={at === count - 1}
        onClick={() => void onMove(stage, at, 1)}
        icon={<ArrowDown aria-hidden="true" />}
      />
    </span>
  );
}

function StageText({ stage }: { stage: StageLine }) {
  const t = useTranslations("settings.stages");
  return (
    <div className="min-w-0 flex-1 text-sm">
      <p className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
        <span className={stage.active ? "font-medium" : "text-muted"}>{stage.name}</span>
        {stage.nameEn ? <span className="text-muted">{stage.nameEn}</span> : null}
        <Tag status={TONE[stage.kind]}>{t(`kinds.${stage.kind}`)}</Tag>
        {stage.active ? null : <Tag>{t("inactive")}</Tag>}
      </p>
      <p className="text-muted text-xs tabular-nums">
        {t("facts", { probability: stage.probabilityText, count: stage.deals })}
      </p>
    </div>
  );
}

function StageCommands({ stage, actions }: { stage: StageLine; actions: StageActions }) {
  const t = useTranslations("settings.stages");
  const run = useCommand();
  const [open, setOpen] = useState(false);
  const { id, name, active } = stage;
  return (
    <span className="flex phone:flex-col">
      <Dialog
        title={t("editTitle", { name })}
        open={open}
        onOpenChange={setOpen}
        trigger={
          <IconButton size="sm" label={t("edit", { name })} icon={<Pencil aria-hidden="true" />} />
        }
      >
        <StageForm stage={stage} actions={actions} onDone={() => setOpen(false)} />
      </Dialog>
      <IconButton
        size="sm"
        label={t(active ? "deactivate" : "activate", { name })}
        onClick={() =>
          void run(
            actions.setActive({ id, active: !active }),
            t(active ? "deactivated" : "activated"),
          )
        }
        icon={<Power aria-hidden="true" />}
      />
      <ConfirmDialog
        title={t("deleteTitle", { name })}
        confirmLabel={t("deleteConfirm")}
        danger
        trigger={
          <IconButton
            size="sm"
            label={t("delete", { name })}
            icon={<Trash2 aria-hidden="true" />}
          />
        }
        onConfirm={() => run(actions.remove({ id }), t("deleted"))}
      >
        {t("deleteAsk", { count: stage.deals })}
      </ConfirmDialog>
    </span>
  );
}
