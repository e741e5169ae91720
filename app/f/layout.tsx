import type { Metadata } from "next";
import type { ReactNode } from "react";

// Not "no-referrer": a form sent without JavaScript then has no origin, and is refused.
export const metadata: Metadata = { robots: { index: false }, referrer: "same-origin" };

/** Pages for customers, who have no account. */
export default function PublicForm({ children }: { children: ReactNode }) {
  return children;
}
