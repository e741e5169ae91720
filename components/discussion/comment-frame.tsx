"use client";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCommand } from "@/components/forms/use-command";
import { Button } from "@/components/ui/button";
import { useRemoved } from "@/components/undo/use-removed";
import { addComment, deleteComment, editComment } from "@/lib/discussion/actions/comments";
import type { RecordRef } from "@/lib/shared/record";
import type { Mentioned } from "./comment-editor";

const CommentEditor = dynamic(() => import("./comment-editor"), { ssr: false });

type FrameProps = {
  record: RecordRef;
  comment: { id: string; version: number; author: string };
  /** The reader wrote it. */
  mine: boolean;
  /** The comment as it is edited: names in place of mentions, and whose they are. */
  text: string;
  people: readonly Mentioned[];
  head: ReactNode;
  /** The comment as it is read. */
  children: ReactNode;
};

/** A comment with what can be done to it: answer, and to one's own, edit and delete. */
export function CommentFrame({ record, comment, mine, text, people, head, children }: FrameProps) {
  const t = useTranslations("discussion");
  const common = useTranslations("common");
  const [doing, setDoing] = useState<"answer" | "edit" | null>(null);
  const run = useCommand();
  const removed = useRemoved();
  const close = () => setDoing(null);
  async function remove() {
    const gone = await run(deleteComment({ id: comment.id }));
    if (typeof gone === "object") removed(t("deleted"), gone.removal);
  }
  return (
    <div className="min-w-0 flex-1">
      <p>{head}</p>
      {doing === "edit" ? (
        <CommentEditor
          record={record}
          draftName={`comment ${comment.id} ${comment.version}`}
          initial={{ text, people }}
          submitLabel={common("save")}
          done={common("saved")}
          save={(body, again) =>
            editComment({ id: comment.id, version: comment.version, body, ...again })
          }
          onClose={close}
        />
      ) : (
        children
      )}
      {doing === null ? (
        <p className="-ml-2 flex text-muted">
          <Button size="sm" variant="ghost" onClick={() => setDoing("answer")}>
            {t("answer")}
          </Button>
          {mine ? (
            <>
              <Button size="sm" variant="ghost" onClick={() => setDoing("edit")}>
                {common("edit")}
              </Button>
              <Button size="sm" variant="ghost" onClick={() => void remove()}>
                {common("delete")}
              </Button>
            </>
          ) : null}
        </p>
      ) : null}
      {doing === "answer" ? (
        <div className="mt-1.5">
          <CommentEditor
            record={record}
            draftName={`answer ${comment.id}`}
            label={t("answers", { name: comment.author })}
            submitLabel={t("send")}
            done={t("sent")}
            save={(body, again) => addComment({ record, body, replyTo: comment.id, ...again })}
            onClose={close}
          />
        </div>
      ) : null}
    </div>
  );
}
