import { useEffect, useState } from "react";
import { useDraft } from "@/components/forms/use-draft";
import type { Mentioned } from "./comment-editor";

type CommentDraft = {
  name: string;
  /** The text the editor begins with. */
  start: string;
  text: string;
  people: readonly Mentioned[];
  restore: (text: string, people: readonly Mentioned[]) => void;
  /** Sends what was waiting for a connection. */
  send: () => void;
};

/** Keeps a comment until it is sent, as forms keep what is typed: see useDraft. */
export function useCommentDraft({ name, start, text, people, restore, send }: CommentDraft) {
  const [resend, setResend] = useState(0);
  const draft = useDraft({
    active: true,
    name,
    initial: { text: start },
    values: { text, people },
    dirty: text !== start,
    restore: (kept, waited) => {
      restore(String(kept.text ?? ""), Array.isArray(kept.people) ? kept.people : []);
      if (waited) setResend((n) => n + 1);
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: when asked to, with the text just restored
  useEffect(() => {
    if (resend > 0) send();
  }, [resend]);
  return draft;
}
