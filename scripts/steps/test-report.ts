import { existsSync, readFileSync } from "node:fs";

export type Counts = {
  passed: number;
  failed: number;
  skipped: number;
  /** Why tests were skipped, one line for each group of them. */
  reasons: string[];
};

export const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0, reasons: [] };

/** Sum of the counts of several stages. */
export function add(a: Counts, b: Counts): Counts {
  return {
    passed: a.passed + b.passed,
    failed: a.failed + b.failed,
    skipped: a.skipped + b.skipped,
    reasons: [...a.reasons, ...b.reasons],
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
  testResults: {
    status: string;
    assertionResults: { status: string; ancestorTitles?: string[]; title?: string }[];
  }[];
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
    reasons: distinct(
      report.testResults
        .flatMap((result) => result.assertionResults)
        .filter(({ status }) => status !== "passed" && status !== "failed")
        .map(({ ancestorTitles = [], title = "" }) => ancestorTitles[0] || title),
    ),
  });
}

type Annotated = { annotations?: { type: string; description?: string }[] };
type Suite = { title: string; specs?: { tests: Annotated[] }[]; suites?: Suite[] };
type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  suites?: Suite[];
};

/** The words given to test.skip(), with the file they are in. */
function skipReasons(suites: Suite[] = [], file = ""): string[] {
  return suites.flatMap((suite) => [
    ...(suite.specs ?? [])
      .flatMap((spec) => spec.tests)
      .flatMap(({ annotations = [] }) => annotations)
      .filter(({ type }) => type === "skip" || type === "fixme")
      .map(({ description = "no reason given" }) => `${file || suite.title}: ${description}`),
    ...skipReasons(suite.suites, file || suite.title),
  ]);
}

function distinct(lines: string[]): string[] {
  return [...new Set(lines)];
}

/** Counts of Playwright's JSON report; a test that passed on a retry only counts as passed. */
export function playwrightCounts(file: string, code: number): Counts {
  const report = read<PlaywrightReport>(file);
  if (!report) return single(code || 1);
  const { stats } = report;
  return settle(code, {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    reasons: distinct(skipReasons(report.suites)),
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
