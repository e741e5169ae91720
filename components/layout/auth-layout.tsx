import type { ReactNode } from "react";
import { Brand } from "./brand";

type AuthLayoutProps = {
  brand: string;
  title: ReactNode;
  /** One quiet sentence under the title. */
  sub?: ReactNode;
  /** Under the card: links, language switch. */
  footer?: ReactNode;
  children: ReactNode;
};

/** Pages before sign-in: brand, one centred card, a quiet footer. */
export function AuthLayout({ brand, title, sub, footer, children }: AuthLayoutProps) {
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 pt-[12dvh] pb-8">
      <header className="mb-6 text-lg">
        <Brand name={brand} />
      </header>
      <main
        id="main"
        className="w-full max-w-sm rounded-panel border border-line bg-surface p-6 shadow-card"
      >
        <h1 className="font-semibold text-xl tracking-[-0.015em]">{title}</h1>
        {sub ? <p className="mt-1 text-muted text-sm">{sub}</p> : null}
        <div className="mt-5">{children}</div>
      </main>
      {footer ? (
        <footer className="mt-5 flex flex-wrap items-center justify-center gap-4 text-muted text-xs">
          {footer}
        </footer>
      ) : null}
    </div>
  );
}
