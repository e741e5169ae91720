import type { ReactNode } from "react";
import { LOCALES } from "@/lib/platform/i18n/locales";
import { hrefWith } from "@/lib/shared/list-params";

type PublicPageProps = {
  locale: string;
  /** Of this page; the language is a parameter of it, so that it switches without JavaScript. */
  path: string;
  title: string;
  sub?: string;
  children: ReactNode;
};

const LANGUAGE: Record<string, string> = { "zh-CN": "简体中文", en: "English" };

/** A page for customers: one card, the languages below; nothing of the product. */
export function PublicPage({ locale, path, title, sub, children }: PublicPageProps) {
  return (
    <div lang={locale} className="flex min-h-dvh flex-col items-center px-4 pt-[8dvh] pb-8">
      <main
        id="main"
        className="w-full max-w-lg rounded-panel border border-line bg-surface p-6 shadow-card phone:p-5"
      >
        <h1 className="font-semibold text-xl tracking-[-0.015em]">{title}</h1>
        {sub ? <p className="mt-1 text-ink2">{sub}</p> : null}
        <div className="mt-5">{children}</div>
      </main>
      <nav aria-label="Language / 语言" className="mt-4 flex gap-4 text-sm">
        {LOCALES.map((one) => (
          <a
            key={one}
            lang={one}
            href={hrefWith(path, { lang: one })}
            aria-current={one === locale ? "true" : undefined}
            className="inline-flex min-h-6 items-center text-ink2 underline aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline phone:min-h-11"
          >
            {LANGUAGE[one]}
          </a>
        ))}
      </nav>
    </div>
  );
}
