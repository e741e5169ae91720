/** True in `npm run test:full`: the whole matrix and the long property runs. */
export const isFullRun = process.env.CLOSELOOP_TEST_FULL === "1";

/** Number of runs of a fast-check property: `quick` in `npm test`, twenty times that in test:full. */
export function propertyRuns(quick = 100): number {
  return isFullRun ? quick * 20 : quick;
}
