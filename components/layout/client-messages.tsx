import { type Messages, NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Namespace = keyof Messages;

/**
 * Sends the browser the texts of these namespaces for the client components inside; `common` and
 * `errors` always come along. The innermost one counts.
 */
export async function ClientMessages({
  namespaces = [],
  children,
}: {
  namespaces?: readonly Namespace[];
  children: ReactNode;
}) {
  const all = await getMessages();
  const picked = [...new Set<Namespace>(["common", "errors", ...namespaces])];
  const messages = Object.fromEntries(picked.map((name) => [name, all[name]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
