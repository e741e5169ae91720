import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** Pages before sign-in send the browser only the texts they need. */
export default async function BeforeSignIn({ children }: { children: ReactNode }) {
  const { auth, common, errors } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ auth, common, errors }}>{children}</NextIntlClientProvider>
  );
}
