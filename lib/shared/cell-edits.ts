/** What was typed into a grid and is not saved yet: the cell's address → number, null for cleared. */
export type Edits = Readonly<Record<string, number | null>>;

/** A step back or forth: what stood at each address in `edits`; undefined for no edit. */
type Step = Readonly<Record<string, number | null | undefined>>;

export type EditState = Readonly<{
  edits: Edits;
  past: readonly Step[];
  future: readonly Step[];
}>;

export const NO_EDITS: EditState = { edits: {}, past: [], future: [] };

function swap(edits: Edits, step: Step): { edits: Edits; back: Step } {
  const next: Record<string, number | null> = { ...edits };
  const back: Record<string, number | null | undefined> = {};
  for (const [address, value] of Object.entries(step)) {
    back[address] = edits[address];
    if (value === undefined) delete next[address];
    else next[address] = value;
  }
  return { edits: next, back };
}

/**
 * Makes changes as one step that undo takes back as a whole. A change to the number that is `stored`
 * removes the edit; changes that change nothing are no step.
 */
export function changeCells(
  state: EditState,
  stored: (address: string) => number | null,
  changes: Edits,
): EditState {
  const step: Record<string, number | null | undefined> = {};
  for (const [address, value] of Object.entries(changes)) {
    const wanted = value === stored(address) ? undefined : value;
    if (wanted !== state.edits[address]) step[address] = wanted;
  }
  if (Object.keys(step).length === 0) return state;
  const { edits, back } = swap(state.edits, step);
  return { edits, past: [...state.past, back], future: [] };
}

/** Takes the last step back; the same state where there is none. */
export function undo(state: EditState): EditState {
  const step = state.past.at(-1);
  if (!step) return state;
  const { edits, back } = swap(state.edits, step);
  return { edits, past: state.past.slice(0, -1), future: [...state.future, back] };
}

/** Makes the last undone step again. */
export function redo(state: EditState): EditState {
  const step = state.future.at(-1);
  if (!step) return state;
  const { edits, back } = swap(state.edits, step);
  return { edits, past: [...state.past, back], future: state.future.slice(0, -1) };
}
