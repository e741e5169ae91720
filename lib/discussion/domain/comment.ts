import type { Named, Reference } from "@/lib/shared/named";
import type { RecordRef } from "@/lib/shared/record";

/** Characters in a comment; about two pages. */
export const COMMENT_LENGTH = 5000;

export type CommentView = {
  id: string;
  author: Reference;
  body: string;
  at: Date;
  edited: boolean;
  version: number;
  /** Whom it answers and the beginning of what they said; null for no answer. */
  replyTo: { id: string; author: Named; body: string } | null;
};

/** The discussion of one record as one person sees it. */
export type DiscussionView = {
  record: RecordRef;
  /** Who reads. */
  userId: string;
  comments: CommentView[];
  /** Earlier ones that are not in `comments`. */
  earlier: number;
  /** Names of the people mentioned, by id. */
  people: Record<string, Named>;
  following: boolean;
  followers: Named[];
};
