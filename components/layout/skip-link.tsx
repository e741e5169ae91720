import type { ReactNode } from "react";

/** First stop of the keyboard: jumps over the navigation to `<main id="main">`. */
export function SkipLink({ children }: { children: ReactNode }) {
  return (
    <a
      href="#main"
      className="fixed top-2 left-2 z-60 -translate-y-20 rounded-control border border-line2 bg-raised px-3 py-2 text-sm shadow-raised focus:translate-y-0"
    >
      {children}
    </a>
  );
}
