"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { controlClass } from "@/components/ui/control-class";
import { cx } from "@/components/ui/cx";
import { addComment } from "@/lib/discussion/actions/comments";
import type { RecordRef } from "@/lib/shared/record";

const load = () => import("./comment-editor");
const CommentEditor = dynamic(load, { ssr: false });

/** Where a new comment is written; the editor comes when it is wanted. */
export function CommentComposer({ record }: { record: RecordRef }) {
  const t = useTranslations("discussion");
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        onPointerEnter={() => void load()}
        onFocus={() => void load()}
        className={cx(controlClass, "block h-9 w-full cursor-text text-left text-muted phone:h-11")}
      >
        {t("write")}
      </button>
    );
  }
  return (
    <CommentEditor
      record={record}
      submitLabel={t("send")}
      done={t("sent")}
      save={(body) => addComment({ record, body })}
      onClose={() => setOpen(false)}
    />
  );
}
