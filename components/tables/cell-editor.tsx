"use client";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Cursor } from "./use-grid-cursor";

const STAY: Cursor = { row: 0, column: 0 };

/**
 * Input in place of a cell. Enter goes on below (Shift: above), Tab to the right (Shift: left), Esc
 * takes back, leaving it saves. What cannot be read stays with the reason; nothing typed is lost.
 */
export function CellEditor({
  label,
  initial,
  onCommit,
  onDone,
  onLeave,
}: {
  label: string;
  initial: string;
  /** Answers what is wrong with the text, or null when it is taken. */
  onCommit: (text: string) => string | null;
  onDone: (step: Cursor) => void;
  onLeave: () => void;
}) {
  const id = useId();
  const [text, setText] = useState(initial);
  const [error, setError] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const done = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);

  function commit(finish: () => void) {
    if (done.current) return;
    const problem = onCommit(text);
    setError(problem);
    if (problem !== null) return;
    done.current = true;
    finish();
  }
  function onKeyDown(event: KeyboardEvent) {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const back = event.shiftKey ? -1 : 1;
    if (event.key === "Escape") {
      done.current = true;
      onDone(STAY);
    } else if (event.key === "Enter" || event.key === "Tab") {
      event.preventDefault();
      commit(() =>
        onDone(event.key === "Enter" ? { row: back, column: 0 } : { row: 0, column: back }),
      );
    }
  }
  return (
    <>
      <input
        ref={input}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={() => commit(onLeave)}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
        onPaste={(event) => event.stopPropagation()}
        aria-label={label}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : id}
        inputMode="decimal"
        autoComplete="off"
        className="absolute inset-0 w-full bg-surface px-2.5 text-right text-sm tabular-nums outline-2 outline-accent aria-invalid:outline-bad"
      />
      {error === null ? null : (
        <span
          id={id}
          role="alert"
          className="pointer-events-none absolute top-full right-0 z-20 mt-1 w-max max-w-64 rounded-control border border-line2 bg-raised px-2 py-1 text-left text-bad text-xs shadow-raised"
        >
          {error}
        </span>
      )}
    </>
  );
}
