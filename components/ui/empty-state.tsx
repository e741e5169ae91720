import type { ReactNode } from "react";

type EmptyStateProps = {
  icon?: ReactNode;
  title: ReactNode;
  /** "h1" where it stands for a whole page. */
  as?: "p" | "h1";
  /** What to do next, in a sentence. */
  children?: ReactNode;
  action?: ReactNode;
};

/** What stands where nothing is yet: icon, title, what to do next, one action. */
export function EmptyState({ icon, title, as: Title = "p", children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-4 py-10 text-center">
      {icon ? (
        <span
          className="mb-3 flex size-10 items-center justify-center rounded-full bg-sunken text-muted [&_svg]:size-5"
          aria-hidden="true"
        >
          {icon}
        </span>
      ) : null}
      <Title className="font-semibold">{title}</Title>
      {children ? <div className="mt-1 text-muted text-sm">{children}</div> : null}
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  );
}
