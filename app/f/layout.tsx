import type { Metadata } from "next";
import type { ReactNode } from "react";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** Pages for customers, who have no account. */
export default function PublicForm({ children }: { children: ReactNode }) {
  return children;
}
