"use client";
import { useTranslations } from "next-intl";
import { type ComponentType, useState } from "react";
import { Textarea } from "@/components/ui/input";
import { addComment } from "@/lib/discussion/actions/comments";
import type { RecordRef } from "@/lib/shared/record";
import type { EditorProps } from "./comment-editor";

/**
 * Where a new comment is written. The editor comes with the first touch; what is typed until then is
 * kept.
 */
export function CommentComposer({ record }: { record: RecordRef }) {
  const t = useTranslations("discussion");
  const [typed, setTyped] = useState("");
  const [Editor, setEditor] = useState<ComponentType<EditorProps> | null>(null);
  async function load() {
    const { default: editor } = await import("./comment-editor");
    setEditor(() => editor);
  }
  if (Editor === null) {
    return (
      <Textarea
        rows={1}
        aria-label={t("write")}
        placeholder={t("write")}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={() => void load()}
      />
    );
  }
  function close() {
    setTyped("");
    setEditor(null);
  }
  return (
    <Editor
      record={record}
      typed={typed}
      submitLabel={t("send")}
      done={t("sent")}
      save={(body) => addComment({ record, body })}
      onClose={close}
    />
  );
}
