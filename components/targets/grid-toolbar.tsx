"use client";
import { CopyPlus, Ellipsis, History, Redo2, Split, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, IconButton } from "@/components/ui/button";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { SegmentedControl } from "@/components/ui/radio-group";
import type { SplitWay } from "@/lib/targets/domain/grid-fill";
import { movable } from "@/lib/targets/domain/move-rules";
import type { TargetGrid } from "@/lib/targets/domain/target-grid";
import { TIERS } from "@/lib/targets/domain/target-kpi";
import type { TierView } from "./grid-columns";
import type { GridCommands } from "./use-grid-commands";
import type { GridEditor } from "./use-grid-editor";

const WAYS: readonly SplitWay[] = ["even", "lastYear", "workingDays", "current"];
const VIEWS: readonly TierView[] = [...TIERS, "all"];

export type ToolbarProps = {
  grid: TargetGrid;
  editor: GridEditor;
  commands: GridCommands;
  view: TierView;
  onView: (view: TierView) => void;
  onCopyFrom: (from: "previous" | "lastYear") => void;
  onHistory: () => void;
  onLock: () => void;
  onUnlock: () => void;
  exportHref: string;
  mayUnlock: boolean;
};

/** Which level is shown, and the ways to fill, copy and take back. */
export function GridToolbar(props: ToolbarProps) {
  const { grid, editor, view, onView } = props;
  const t = useTranslations("targets");
  return (
    <div className="flex flex-wrap items-center gap-2 border-line border-b px-4 py-2.5">
      <SegmentedControl
        aria-label={t("tierLabel")}
        value={view}
        onValueChange={(value) => onView(VIEWS.find((one) => one === value) ?? "target")}
        options={VIEWS.map((value) => ({
          value,
          label: value === "all" ? t("allTiers") : t(`tiers.${value}`),
        }))}
      />
      <span className="flex-1 phone:hidden" />
      {grid.additive ? <SplitMenu {...props} /> : null}
      <CopyMenu {...props} />
      <span className="flex">
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
        <IconButton
          className="phone:hidden"
          label={t("history.open")}
          icon={<History aria-hidden="true" />}
          onClick={props.onHistory}
        />
        <MoreMenu {...props} />
      </span>
    </div>
  );
}

function GroupLabel({ children }: { children: string }) {
  return <p className="px-2 pt-1.5 pb-0.5 text-2xs text-muted">{children}</p>;
}

function SplitMenu({ grid, commands }: ToolbarProps) {
  const t = useTranslations("targets");
  const count = commands.chosenRows.length;
  const rows = count === grid.rows.length ? t("rows.all") : t("rows.selected", { count });
  return (
    <Menu trigger={<Button icon={<Split aria-hidden="true" />}>{t("split")}</Button>}>
      <GroupLabel>{t("splitMonths", { rows })}</GroupLabel>
      {WAYS.map((way) => (
        <MenuItem key={way} onClick={() => commands.splitMonths(way)}>
          {t(`ways.${way}`)}
        </MenuItem>
      ))}
      {grid.rows.length > 1 ? (
        <>
          <MenuSeparator />
          <GroupLabel>{t("splitMembers")}</GroupLabel>
          {WAYS.map((way) => (
            <MenuItem key={way} onClick={() => commands.splitMembers(way)}>
              {t(`ways.${way}`)}
            </MenuItem>
          ))}
        </>
      ) : null}
      <MenuSeparator />
      <MenuItem onClick={commands.addUpMonths}>{t("addUpMonths")}</MenuItem>
      {grid.rows.length > 1 ? (
        <MenuItem onClick={commands.addUpMembers}>{t("addUpMembers")}</MenuItem>
      ) : null}
    </Menu>
  );
}

function CopyMenu({ onCopyFrom }: ToolbarProps) {
  const t = useTranslations("targets");
  return (
    <Menu trigger={<Button icon={<CopyPlus aria-hidden="true" />}>{t("copyFrom")}</Button>}>
      <MenuItem onClick={() => onCopyFrom("previous")}>{t("copyPrevious")}</MenuItem>
      <MenuItem onClick={() => onCopyFrom("lastYear")}>{t("copyLastYear")}</MenuItem>
    </Menu>
  );
}

/** A click on a link that downloads: the page stays, so nothing unsaved is at stake. */
function download(href: string) {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}

function MoreMenu({ grid, exportHref, onLock, onUnlock, mayUnlock }: ToolbarProps) {
  const t = useTranslations("targets");
  const locks = movable(grid, "lock").length;
  const unlocks = mayUnlock ? movable(grid, "unlock").length : 0;
  return (
    <Menu trigger={<IconButton label={t("more")} icon={<Ellipsis aria-hidden="true" />} />}>
      <MenuItem onClick={() => download(exportHref)}>{t("export")}</MenuItem>
      <MenuSeparator />
      <MenuItem disabled={locks === 0} onClick={onLock}>
        {t("lockCount", { count: locks })}
      </MenuItem>
      {mayUnlock ? (
        <MenuItem disabled={unlocks === 0} onClick={onUnlock}>
          {t("unlockCount", { count: unlocks })}
        </MenuItem>
      ) : null}
    </Menu>
  );
}
