"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Tag } from "@/components/ui/tag";

/** What is unsaved and what is still a draft, with the buttons for both. Sticks to a phone's edge. */
export function SaveBar({
  unsaved,
  disordered,
  onShowLevels,
  drafts,
  saving,
  onSave,
  onDiscard,
  onPublish,
}: {
  unsaved: number;
  /** Edited cells whose levels are out of order. */
  disordered: number;
  /** Shows the levels side by side; null where they are. */
  onShowLevels: (() => void) | null;
  drafts: number;
  saving: boolean;
  onSave: () => void;
  onDiscard: () => void;
  onPublish: () => void;
}) {
  const t = useTranslations("targets");
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
      <p role="status" className="min-w-0 flex-1 text-ink2 text-sm phone:basis-full">
        {unsaved > 0 ? (
          <>
            <b className="text-accent">{t("unsavedCount", { count: unsaved })}</b>
            {disordered > 0 ? (
              <Tag status="bad" className="ml-2 whitespace-normal">
                {t("disorderedCount", { count: disordered })}
              </Tag>
            ) : null}
            {disordered > 0 && onShowLevels ? (
              <Button
                size="sm"
                variant="ghost"
                className="ml-1 phone:hidden"
                onClick={onShowLevels}
              >
                {t("showLevels")}
              </Button>
            ) : null}
          </>
        ) : drafts > 0 ? (
          t("draftCount", { count: drafts })
        ) : (
          t("allSaved")
        )}
      </p>
      {unsaved > 0 ? (
        <Button variant="ghost" onClick={onDiscard}>
          {t("discard")}
        </Button>
      ) : null}
      <Button
        variant={unsaved > 0 ? "primary" : "secondary"}
        disabled={unsaved === 0}
        pending={saving}
        onClick={onSave}
      >
        {common("save")}
      </Button>
      <Button
        variant={unsaved === 0 && drafts > 0 ? "primary" : "secondary"}
        disabled={drafts === 0 && unsaved === 0}
        onClick={onPublish}
      >
        {t("publish")}
      </Button>
    </div>
  );
}
