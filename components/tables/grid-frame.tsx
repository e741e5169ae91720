"use client";
import type { ClipboardEvent, KeyboardEvent, ReactNode, RefObject } from "react";
import { ScrollRegion } from "./scroll-region";

type GridFrameProps = {
  label: string;
  table: RefObject<HTMLTableElement | null>;
  onKey: (event: KeyboardEvent) => void;
  /** Texts of the selected cells, as a spreadsheet takes them. */
  copy: () => string;
  cut: () => string;
  paste: (text: string) => void;
  children: ReactNode;
};

const fromCell = (event: { target: EventTarget }) =>
  event.target instanceof Element && event.target.closest("[data-cell]") !== null;

/** A table that is worked in like a spreadsheet: its keys and its clipboard, where a cell has the focus. */
export function GridFrame({ label, table, onKey, copy, cut, paste, children }: GridFrameProps) {
  const onClipboard = (event: ClipboardEvent, run: () => void) => {
    if (!fromCell(event)) return;
    event.preventDefault();
    run();
  };
  return (
    <ScrollRegion label={label} className="max-h-[75dvh]">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the WAI-ARIA grid pattern on a table
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        className="group/grid w-full border-separate border-spacing-0"
        onKeyDown={(event) => {
          if (fromCell(event)) onKey(event);
        }}
        onCopy={(event) =>
          onClipboard(event, () => event.clipboardData.setData("text/plain", copy()))
        }
        onCut={(event) =>
          onClipboard(event, () => event.clipboardData.setData("text/plain", cut()))
        }
        onPaste={(event) =>
          onClipboard(event, () => paste(event.clipboardData.getData("text/plain")))
        }
      >
        {children}
      </table>
    </ScrollRegion>
  );
}
