"use client";
import { useTranslations } from "next-intl";
import { addComment } from "@/lib/discussion/actions/comments";
import type { RecordRef } from "@/lib/shared/record";
import CommentEditor from "./comment-editor";

/**
 * Where a new comment is written: one quiet line until it is touched. The same field throughout, so no
 * key and no word half composed is lost.
 */
export function CommentComposer({ record }: { record: RecordRef }) {
  const t = useTranslations("discussion");
  return (
    <CommentEditor
      quiet
      record={record}
      draftName={`comment ${record.kind} ${record.id}`}
      submitLabel={t("send")}
      done={t("sent")}
      save={(body, again) => addComment({ record, body, ...again })}
    />
  );
}
