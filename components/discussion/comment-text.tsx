import { useLocale } from "next-intl";
import { textParts } from "@/lib/discussion/domain/mention";
import { localName } from "@/lib/shared/local-name";
import type { Named } from "@/lib/shared/named";

/** What was written, line breaks kept, mentions as names. `me`: one's own name stands out. */
export function CommentText({
  text,
  people,
  me,
}: {
  text: string;
  people: Record<string, Named>;
  me?: string;
}) {
  const locale = useLocale();
  return textParts(text).map((part, index) => {
    if ("text" in part) return part.text;
    const person = people[part.person];
    return (
      <span
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never move
        key={index}
        className={
          part.person === me
            ? "rounded bg-accent-soft px-0.5 font-medium text-accent"
            : "font-medium text-accent"
        }
      >
        @{person ? localName(person, locale) : "?"}
      </span>
    );
  });
}
