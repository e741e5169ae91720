"use client";
import { useTranslations } from "next-intl";
import { cx } from "@/components/ui/cx";
import { popupItemClass } from "@/components/ui/popup-class";
import { Avatar } from "@/components/ui/small-parts";
import type { Mentions } from "./use-mentions";

/** The people who may be mentioned, under the field. */
export function MentionList({ id, mentions }: { id: string; mentions: Mentions }) {
  const t = useTranslations("discussion");
  return (
    <div
      id={id}
      role="listbox"
      aria-label={t("people")}
      className="mt-1 max-h-72 overflow-y-auto rounded-card border border-line2 bg-raised p-1 text-sm shadow-raised"
    >
      {mentions.people.map((person, index) => (
        <button
          type="button"
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === mentions.current}
          onPointerMove={() => mentions.point(index)}
          // The field keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => mentions.choose(person)}
          className={cx(
            popupItemClass,
            "w-full text-left",
            index === mentions.current && "bg-hover",
          )}
        >
          <Avatar name={person.name} />
          <span className="min-w-0 flex-1 truncate">{person.name}</span>
          <span className="shrink-0 text-muted text-xs">{person.hint}</span>
        </button>
      ))}
    </div>
  );
}
