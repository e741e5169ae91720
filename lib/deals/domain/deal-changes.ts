/** What a deal was at one time; the minimum a change is told from. */
type State = {
  id: string;
  changedOn: string;
  stage: { id: string };
  expectedBaseAmount: number | null;
  expectedCloseOn: string | null;
  owner: { id: string };
  unit: { id: string };
};

/** What can change in a deal's history. */
export type ChangedField = "stage" | "amount" | "expectedClose" | "owner" | "unit";

/** One entry of the timeline: the state after it, the state before it, and what differs. */
export type DealChange<S extends State> = {
  at: S;
  before: S | null;
  fields: readonly ChangedField[];
};

const DIFFERS: Record<ChangedField, (a: State, b: State) => boolean> = {
  stage: (a, b) => a.stage.id !== b.stage.id,
  amount: (a, b) => a.expectedBaseAmount !== b.expectedBaseAmount,
  expectedClose: (a, b) => a.expectedCloseOn !== b.expectedCloseOn,
  owner: (a, b) => a.owner.id !== b.owner.id,
  unit: (a, b) => a.unit.id !== b.unit.id,
};
const FIELDS = Object.keys(DIFFERS) as ChangedField[];

/**
 * The timeline of a deal, latest first, from its history in order. The first entry has nothing before
 * it and no changed fields.
 */
export function dealChanges<S extends State>(history: readonly S[]): DealChange<S>[] {
  return history
    .map((at, index): DealChange<S> => {
      const before = history[index - 1] ?? null;
      return {
        at,
        before,
        fields: before ? FIELDS.filter((field) => DIFFERS[field](before, at)) : [],
      };
    })
    .reverse();
}
