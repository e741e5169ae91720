import { existsSync, readFileSync } from "node:fs";

export type Counts = { passed: number; failed: number; skipped: number };

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Sum of the counts of several stages. */
export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
  };
}

/** A stage that is one test: it passed when its program ended with 0. */
export function single(code: number): Counts {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
};

/** Counts of vitest's JSON report; a file that could not be loaded counts as one failed test. */
export function vitestCounts(file: string, code: number): Counts {
  const report = read<VitestReport>(file);
  if (!report) return single(code || 1);
  const broken = report.testResults.filter(
    (result) =>
      result.status === "failed" &&
      !result.assertionResults.some(({ status }) => status === "failed"),
  );
  return settle(code, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  });
}

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
};

/** Counts of Playwright's JSON report; a test that passed on a retry only counts as passed. */
export function playwrightCounts(file: string, code: number): Counts {
  const stats = read<PlaywrightReport>(file)?.stats;
  if (!stats) return single(code || 1);
  return settle(code, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  });
}

/** A program that failed without a failed test (it crashed, or had no tests) is one failure. */
function settle(code: number, counts: Counts): Counts {
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function read<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as T;
}
