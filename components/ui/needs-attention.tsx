import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "./cx";
import { StatusMark, Tag } from "./tag";

type Tone = "bad" | "warn" | "info";

export type AttentionItem = {
  id: string;
  tone: Tone;
  title: ReactNode;
  detail?: ReactNode;
  /** Kind of thing, at the right, e.g. "Deal". */
  kind?: ReactNode;
  href?: string;
};

const COLOR: Record<Tone, string> = { bad: "text-bad", warn: "text-warn", info: "text-c1" };

/**
 * What needs somebody, most urgent first; each line leads to its place. `toneText` says the urgency
 * to assistive technology. In a flush Card.
 */
export function NeedsAttention({
  items,
  toneText,
}: {
  items: readonly AttentionItem[];
  toneText?: Partial<Record<Tone, string>>;
}) {
  return (
    <ul className="pb-2">
      {items.map((item) => (
        <li
          key={item.id}
          className="relative grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-2.5 border-grid border-t px-4 py-2.25 first:border-t-0 has-[a]:hover:bg-hover"
        >
          <span className={cx("mt-1.25", COLOR[item.tone])}>
            <StatusMark status={item.tone === "info" ? "good" : item.tone} />
          </span>
          <div>
            <p className="font-medium">
              {item.href ? (
                <Link
                  href={item.href}
                  className="after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:rounded-md focus-visible:after:outline-2 focus-visible:after:outline-accent focus-visible:after:-outline-offset-2"
                >
                  {item.title}
                </Link>
              ) : (
                item.title
              )}
              {toneText?.[item.tone] ? (
                <span className="sr-only"> ({toneText[item.tone]})</span>
              ) : null}
            </p>
            {item.detail ? <p className="text-muted text-xs">{item.detail}</p> : null}
          </div>
          {item.kind ? <Tag>{item.kind}</Tag> : null}
        </li>
      ))}
    </ul>
  );
}
