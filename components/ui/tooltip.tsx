import { cloneElement, type ReactElement, type ReactNode, useId } from "react";

/** Short note on hover or focus of its child. Never the only place of a fact needed to act. */
export function Tooltip({
  text,
  children,
}: {
  text: ReactNode;
  children: ReactElement<{ "aria-describedby"?: string }>;
}) {
  const id = useId();
  return (
    <span className="group/tip relative inline-flex">
      {cloneElement(children, { "aria-describedby": id })}
      <span
        id={id}
        role="tooltip"
        className="pointer-events-none invisible absolute bottom-full left-1/2 z-30 mb-1.5 w-max max-w-64 -translate-x-1/2 rounded-md bg-ink px-2 py-1 text-bg text-xs opacity-0 transition-opacity delay-200 duration-100 group-hover/tip:visible group-hover/tip:opacity-100 group-has-focus-visible/tip:visible group-has-focus-visible/tip:opacity-100"
      >
        {text}
      </span>
    </span>
  );
}
