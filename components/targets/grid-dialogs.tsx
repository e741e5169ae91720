"use client";
import { useTranslations } from "next-intl";
import { Banner } from "@/components/ui/banner";
import { movable } from "@/lib/targets/domain/move-rules";
import type { TargetGrid } from "@/lib/targets/domain/target-grid";
import { ConflictDialog } from "./conflict-dialog";
import { MismatchList, useMismatchLines } from "./mismatch-list";
import { ReasonDialog } from "./reason-dialog";
import type { TargetNumbers } from "./target-numbers";
import type { GridActions } from "./use-grid-actions";
import type { GridEditor } from "./use-grid-editor";

type Props = {
  grid: TargetGrid;
  editor: GridEditor;
  actions: GridActions;
  periodLabels: readonly string[];
  numbers: TargetNumbers;
};

/** What is asked before a save of published targets, a publication, a lock, and after a conflict. */
export function GridDialogs(props: Props) {
  const { grid, actions } = props;
  const t = useTranslations("targets");
  const { dialog } = actions;
  const close = () => actions.setDialog(null);
  if (dialog === null) return null;
  if (dialog.kind === "conflict") {
    return (
      <ConflictDialog
        {...props}
        conflicts={dialog.conflicts}
        onResolved={(mine, theirs) => actions.resolve(mine, theirs, dialog.reason)}
        onClose={close}
      />
    );
  }
  if (dialog.kind === "reason") {
    return (
      <ReasonDialog
        title={t("reasonTitle")}
        confirmLabel={t("saveChanges")}
        required
        onConfirm={actions.saveWithReason}
        onClose={close}
      >
        <p>{t("reasonText")}</p>
      </ReasonDialog>
    );
  }
  if (dialog.kind === "publish") return <PublishDialog {...props} onClose={close} />;
  const step = dialog.kind;
  return (
    <ReasonDialog
      title={t(`${step}Title`, { count: movable(grid, step).length })}
      confirmLabel={t(step)}
      required={step === "unlock"}
      onConfirm={(reason) => actions.move(step, reason)}
      onClose={close}
    >
      <p>{t(`${step}Text`)}</p>
    </ReasonDialog>
  );
}

function PublishDialog({
  grid,
  actions,
  periodLabels,
  numbers,
  onClose,
}: Props & { onClose: () => void }) {
  const t = useTranslations("targets");
  const targets = movable(grid, "publish");
  const lines = useMismatchLines(grid, targets, periodLabels);
  return (
    <ReasonDialog
      title={t("publishTitle", { count: targets.length })}
      confirmLabel={t("publish")}
      required={lines.length > 0}
      onConfirm={(reason) => actions.move("publish", reason)}
      onClose={onClose}
    >
      <p>{t("publishText")}</p>
      {lines.length > 0 ? (
        <Banner tone="warn" title={t("mismatch.title", { count: lines.length })}>
          <MismatchList lines={lines} numbers={numbers} />
        </Banner>
      ) : null}
    </ReasonDialog>
  );
}
