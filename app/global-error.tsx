"use client";
import { TriangleAlert } from "lucide-react";
import "./globals.css";

/** The last net: the frame itself failed, so there are no texts to look up; both languages stand here. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="zh-CN">
      <body>
        <title>出错了 · Something went wrong</title>
        <main className="mx-auto flex max-w-md flex-col items-center gap-2 px-4 pt-[20dvh] text-center">
          <TriangleAlert className="size-6 text-muted" aria-hidden="true" />
          <h1 className="font-semibold text-lg">
            出错了 <span lang="en">· Something went wrong</span>
          </h1>
          <p className="text-muted text-sm">{error.digest ?? "—"}</p>
          <button
            type="button"
            onClick={reset}
            className="mt-2 rounded-control border border-edge bg-surface px-3 py-1.5"
          >
            重试 <span lang="en">· Try again</span>
          </button>
        </main>
      </body>
    </html>
  );
}
