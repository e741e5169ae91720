import type { Metadata } from "next";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/layout/client-messages";

export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

/** Pages before sign-in. */
export default function BeforeSignIn({ children }: { children: ReactNode }) {
  return <ClientMessages namespaces={["auth"]}>{children}</ClientMessages>;
}
