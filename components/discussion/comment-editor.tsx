"use client";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import { DraftNote } from "@/components/forms/draft-note";
import type { FormResult } from "@/components/forms/form-errors";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { Textarea } from "@/components/ui/input";
import { COMMENT_LENGTH } from "@/lib/discussion/domain/comment";
import { withMentions } from "@/lib/discussion/domain/mention";
import type { RecordRef } from "@/lib/shared/record";
import { MentionList } from "./mention-list";
import { useCommentDraft } from "./use-comment-draft";
import { useMentions } from "./use-mentions";

export type Mentioned = { id: string; name: string };

export type EditorProps = {
  record: RecordRef;
  /** Names what is kept of the text until it is sent. */
  draftName: string;
  /** One line until it is touched, and again once it is sent or left. */
  quiet?: boolean;
  initial?: { text: string; people: readonly Mentioned[] };
  /** Names the field; default: a comment. */
  label?: string;
  submitLabel: string;
  /** Said once it is saved. */
  done: string;
  /** `again` goes along: sent twice, because the answer was lost, it is one comment. */
  save: (
    body: string,
    again: { requestKey: string | undefined },
  ) => Promise<FormResult<unknown> | undefined>;
  onClose?: () => void;
};

/** Only the answer was lost: it is saved. */
function orSent(result: FormResult<unknown> | undefined): FormResult<unknown> | undefined {
  const error = result?.serverError as { code?: string } | undefined;
  return error?.code === "alreadySent" ? {} : result;
}

/**
 * Field for a comment; after an `@` it suggests people. Ctrl or Cmd + Enter sends, Esc leaves an empty
 * one. What is typed is kept through a reload and a lost connection.
 */
export default function CommentEditor({
  record,
  draftName,
  quiet = false,
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
  const start = initial?.text ?? "";
  const [text, setText] = useState(start);
  const [touched, setTouched] = useState(!quiet);
  const [pending, setPending] = useState(false);
  const [tried, setTried] = useState(false);
  const mentions = useMentions({ record, field, text, setText, known: initial?.people ?? [] });
  const draft = useCommentDraft({
    ...{ name: draftName, start, text, people: mentions.chosen },
    restore: (kept, people) => {
      setText(kept);
      mentions.recall(people);
      setTouched(true);
    },
    send: () => void send(),
  });
  const body = withMentions(text.trim(), mentions.chosen);
  const problem = body === "" ? "required" : body.length > COMMENT_LENGTH ? "tooLong" : null;
  async function send() {
    setTried(true);
    if (problem) return field.current?.focus();
    setPending(true);
    const saving = save(body, { requestKey: draft.requestKey() }).then(orSent);
    const lost = await saving.then(
      () => false,
      () => !navigator.onLine,
    );
    if (lost) draft.wait();
    else if ((await run(saving, done)) !== false) close();
    setPending(false);
  }
  /** Sent or given up: nothing of it is kept. */
  function close() {
    draft.forget();
    setText(start);
    setTried(false);
    setTouched(!quiet);
    onClose?.();
  }
  function onKeyDown(event: KeyboardEvent) {
    if (mentions.onKeyDown(event)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!pending) void send();
    }
    if (event.key === "Escape" && text.trim() === start) close();
  }
  const { open } = mentions;
  return (
    <div className="grid gap-2">
      <DraftNote
        waiting={draft.waiting}
        restored={draft.restored && text !== start}
        onDiscard={close}
      />
      <div>
        <Textarea
          ref={field}
          autoFocus={!quiet}
          onFocus={({ target }) => {
            if (!touched || !quiet) target.setSelectionRange(text.length, text.length);
            setTouched(true);
          }}
          rows={touched ? 3 : 1}
          placeholder={touched ? undefined : t("write")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
          onSelect={mentions.look}
          aria-label={label ?? t("write")}
          aria-invalid={tried && problem ? true : undefined}
          aria-describedby={tried && problem ? `${id}-problem` : touched ? `${id}-hint` : undefined}
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
        ) : touched ? (
          <p id={`${id}-hint`} className="mt-1 text-muted text-xs">
            {t("hint")}
          </p>
        ) : null}
      </div>
      {touched ? (
        <div className="flex gap-2">
          <Button size="sm" variant="primary" pending={pending} onClick={() => void send()}>
            {submitLabel}
          </Button>
          <Button size="sm" variant="ghost" onClick={close}>
            {common("cancel")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
