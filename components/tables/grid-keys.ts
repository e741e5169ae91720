import type { KeyboardEvent } from "react";
import type { Cursor, GridCursor } from "./use-grid-cursor";

type KeyCommands = {
  cursor: GridCursor;
  /** Starts editing a cell: with its own content (`null`), or with what is typed. */
  open: (at: Cursor, text: string | null) => void;
  clear: () => void;
  undo: () => void;
  redo: () => void;
  save: () => void;
  /** Keys with Alt, which the grid itself leaves alone. */
  onAlt?: (code: string) => void;
};

/**
 * The keys of a grid, as spreadsheets have them: moving and selecting, Enter or F2 and plain typing
 * to edit, Delete to clear, Ctrl with Z, Y, A and S.
 */
export function onGridKey(event: KeyboardEvent, commands: KeyCommands) {
  const { cursor } = commands;
  if (cursor.onMoveKey(event)) return event.preventDefault();
  if (event.altKey) return commands.onAlt?.(event.code);
  const isControl = event.ctrlKey || event.metaKey;
  if (isControl ? onControlKey(event, commands) : onPlainKey(event, commands))
    return event.preventDefault();
  // The key itself lands in the input that opens.
  if (!isControl && (event.key.length === 1 || event.key === "Process"))
    commands.open(cursor.focus, "");
}

function onControlKey(event: KeyboardEvent, { cursor, undo, redo, save }: KeyCommands): boolean {
  const key = event.key.toLowerCase();
  if (key === "z") event.shiftKey ? redo() : undo();
  else if (key === "y") redo();
  else if (key === "a") cursor.selectAll();
  else if (key === "s") save();
  else return false;
  return true;
}

function onPlainKey(event: KeyboardEvent, { cursor, open, clear }: KeyCommands): boolean {
  if (event.key === "Enter" || event.key === "F2") open(cursor.focus, null);
  else if (event.key === "Delete" || event.key === "Backspace") clear();
  else return false;
  return true;
}
