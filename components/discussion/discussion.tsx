import { CornerUpLeft } from "lucide-react";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ClientMessages } from "@/components/layout/client-messages";
import { Card } from "@/components/ui/card";
import { Avatar } from "@/components/ui/small-parts";
import type { CommentView, DiscussionView } from "@/lib/discussion/domain/comment";
import { mentionedIn, withNames } from "@/lib/discussion/domain/mention";
import type { Formatter } from "@/lib/platform/i18n/format";
import { localName } from "@/lib/shared/local-name";
import { recordHref } from "@/lib/shared/record";
import { CommentComposer } from "./comment-composer";
import { CommentFrame } from "./comment-frame";
import { CommentText } from "./comment-text";
import { FollowButton } from "./follow-button";

type DiscussionProps = { view: DiscussionView; f: Formatter };

/** What people say about a record, for the page of any record. */
export function Discussion({ view, f }: DiscussionProps) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const { record, comments, earlier, followers } = view;
  return (
    <ClientMessages namespaces={["discussion"]}>
      <Card
        id="discussion"
        title={t("title")}
        actions={
          <FollowButton
            record={record}
            following={view.following}
            followers={followers.map((person) => localName(person, locale))}
          />
        }
      >
        {earlier > 0 ? (
          <p className="mb-3 text-sm">
            <Link className="link" href={`${recordHref(record)}?comments=all#discussion`}>
              {t("earlier", { count: earlier })}
            </Link>
          </p>
        ) : null}
        {comments.length > 0 ? (
          <ol className="mb-3.5 grid gap-3.5" aria-label={t("title")}>
            {comments.map((comment) => (
              <CommentLine key={comment.id} comment={comment} view={view} f={f} />
            ))}
          </ol>
        ) : (
          <p className="mb-3 text-muted text-sm">{t("empty")}</p>
        )}
        <CommentComposer record={record} />
      </Card>
    </ClientMessages>
  );
}

function CommentLine({
  comment,
  view,
  f,
}: {
  comment: CommentView;
  view: DiscussionView;
  f: Formatter;
}) {
  const t = useTranslations("discussion");
  const locale = useLocale();
  const { people, userId } = view;
  const nameOf = (id: string) => {
    const person = people[id];
    return person && localName(person, locale);
  };
  const author = localName(comment.author, locale);
  const mentioned = mentionedIn(comment.body).map((id) => ({ id, name: nameOf(id) ?? "?" }));
  return (
    <li id={`comment-${comment.id}`} className="flex scroll-mt-20 gap-2.5 target:bg-hover">
      <Avatar name={author} />
      <CommentFrame
        record={view.record}
        comment={{ id: comment.id, version: comment.version, author }}
        mine={comment.author.id === userId}
        text={withNames(comment.body, nameOf)}
        people={mentioned}
        head={
          <>
            <span className="font-medium">{author}</span>{" "}
            <time className="text-muted text-xs" dateTime={comment.at.toISOString()}>
              {f.dateTime(comment.at)}
            </time>
            {comment.edited ? <span className="text-muted text-xs"> · {t("edited")}</span> : null}
          </>
        }
      >
        {comment.replyTo ? (
          <p className="mb-0.5 flex items-start gap-1 text-muted text-xs">
            <CornerUpLeft className="mt-0.5 size-3.5 shrink-0" aria-hidden="true" />
            <a href={`#comment-${comment.replyTo.id}`} className="line-clamp-1 hover:underline">
              {t("answers", { name: localName(comment.replyTo.author, locale) })}
              {": "}
              {withNames(comment.replyTo.body, nameOf)}
            </a>
          </p>
        ) : null}
        <p className="whitespace-pre-wrap break-words">
          <CommentText text={comment.body} people={people} me={userId} />
        </p>
      </CommentFrame>
    </li>
  );
}
