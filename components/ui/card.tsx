import type { ReactNode } from "react";
import { cx } from "./cx";

type CardProps = {
  title?: ReactNode;
  /** One quiet line under the title. */
  sub?: ReactNode;
  /** Beside the title, e.g. a Tag. */
  tag?: ReactNode;
  /** At the right end of the header. */
  actions?: ReactNode;
  /** true: content goes to the card's edges (tables, lists). */
  flush?: boolean;
  id?: string;
  className?: string;
  children?: ReactNode;
};

/** Surface with an optional header (title, tag, actions, sub). A section when it has a title. */
export function Card({ title, sub, tag, actions, flush, id, className, children }: CardProps) {
  const Element = title ? "section" : "div";
  return (
    <Element
      id={id}
      className={cx("min-w-0 rounded-card border border-line bg-surface shadow-card", className)}
    >
      {title ? <CardHeader title={title} sub={sub} tag={tag} actions={actions} /> : null}
      {flush ? (
        <div className="pt-1.5">{children}</div>
      ) : (
        <div className="px-4 pt-2.5 pb-4">{children}</div>
      )}
    </Element>
  );
}

/** Header of a card, for cards composed by hand. */
export function CardHeader({
  title,
  sub,
  tag,
  actions,
}: Pick<CardProps, "title" | "sub" | "tag" | "actions">) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-2 px-4 pt-3.25">
      {/* The sentence runs below the buttons, so that they do not make a narrow column of it. */}
      <div className="contents">
        <h2 className="flex flex-wrap items-center gap-2 font-semibold">
          {title}
          {tag}
        </h2>
        {sub ? (
          <p className="col-span-2 row-start-2 mt-0.5 text-[0.78125rem] text-muted leading-4.5">
            {sub}
          </p>
        ) : null}
      </div>
      {actions ? (
        <div className="-mt-1 col-start-2 row-start-1 flex items-center gap-1">{actions}</div>
      ) : null}
    </div>
  );
}
