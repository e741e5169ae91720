"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { FormResult } from "@/components/forms/form-errors";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { COMMENT_LENGTH } from "@/lib/discussion/domain/comment";
import { withMentions } from "@/lib/discussion/domain/mention";
import type { RecordRef } from "@/lib/shared/record";
import { MentionList } from "./mention-list";
import { useMentions } from "./use-mentions";

export type Mentioned = { id: string; name: string };

export type EditorProps = {
  record: RecordRef;
  /** What was typed before the editor was there. */
  typed?: string;
  initial?: { text: string; people: readonly Mentioned[] };
  /** Names the field; default: a comment. */
  label?: string;
  submitLabel: string;
  /** Said once it is saved. */
  done: string;
  save: (body: string) => Promise<FormResult<unknown> | undefined>;
  onClose: () => void;
};

/** Field for a comment; after an `@` it suggests people. Ctrl or Cmd + Enter sends, Esc leaves an empty one. */
export default function CommentEditor({
  record,
  typed = "",
  initial,
  label,
  submitLabel,
  done,
  save,
  onClose,
}: EditorProps) {
  const t = useTranslations("discussion");
  const common = useTranslations("common");
  const errors = useTranslations("errors");
  const run = useCommand();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(initial?.text ?? typed);
  const [pending, setPending] = useState(false);
  const [tried, setTried] = useState(false);
  const mentions = useMentions({ record, field, text, setText, known: initial?.people ?? [] });
  const body = withMentions(text.trim(), mentions.chosen);
  const problem = body === "" ? "required" : body.length > COMMENT_LENGTH ? "tooLong" : null;
  async function send() {
    setTried(true);
    if (problem) return field.current?.focus();
    setPending(true);
    const sent = await run(save(body), done);
    setPending(false);
    if (sent !== false) onClose();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (mentions.onKeyDown(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!pending) void send();
    }
    if (event.key === "Escape" && text.trim() === (initial?.text ?? "")) onClose();
  }
  const { open } = mentions;
  return (
    <div className="grid gap-2">
      <div>
        <Textarea
          ref={field}
          autoFocus
          onFocus={({ target }) => target.setSelectionRange(text.length, text.length)}
          rows={3}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onSelect={mentions.look}
          aria-label={label ?? t("write")}
          aria-invalid={tried && problem ? true : undefined}
          aria-describedby={tried && problem ? `${id}-problem` : `${id}-hint`}
          {...(open
            ? {
                role: "combobox",
                "aria-expanded": true,
                "aria-autocomplete": "list",
                "aria-controls": `${id}-people`,
                "aria-activedescendant": `${id}-people-${mentions.current}`,
              }
            : {})}
        />
        {open ? <MentionList id={`${id}-people`} mentions={mentions} /> : null}
        {tried && problem ? (
          <p id={`${id}-problem`} className="mt-1 text-bad text-xs" role="alert">
            {errors(problem)}
          </p>
        ) : (
          <p id={`${id}-hint`} className="mt-1 text-muted text-xs">
            {t("hint")}
          </p>
        )}
      </div>
      <div className="flex gap-2">
        <Button size="sm" variant="primary" pending={pending} onClick={() => void send()}>
          {submitLabel}
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
