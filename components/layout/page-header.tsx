import type { ReactNode } from "react";

type PageHeaderProps = {
  title: ReactNode;
  /** The sentence that says how things stand; key words in <b>. */
  lead?: ReactNode;
  /** Switchers and buttons, the main one last. */
  actions?: ReactNode;
  /** Beside the title, e.g. a Tag. */
  tag?: ReactNode;
  breadcrumb?: ReactNode;
};

/** Top of a page: title, actions at the right, the lead sentence below. */
export function PageHeader({ title, lead, actions, tag, breadcrumb }: PageHeaderProps) {
  return (
    <header className="mb-4">
      {breadcrumb}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h1 className="min-w-0 flex-1 font-semibold text-xl tracking-[-0.015em] phone:basis-full">
          <span className="inline-flex flex-wrap items-center gap-2">
            {title}
            {tag}
          </span>
        </h1>
        {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
      </div>
      {lead ? <LeadSentence>{lead}</LeadSentence> : null}
    </header>
  );
}

/** The sentence at the top of a page: what is, and why, in words. `<b>` for its key words. */
export function LeadSentence({ children }: { children: ReactNode }) {
  return (
    <p className="mt-1.5 max-w-[55rem] text-ink2 text-lead [&_b]:text-ink [&_strong]:text-ink">
      {children}
    </p>
  );
}
