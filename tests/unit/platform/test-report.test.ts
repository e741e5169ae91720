import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { add, playwrightCounts, single, vitestCounts } from "@/scripts/steps/test-report";

const folder = mkdtempSync(join(tmpdir(), "closeloop-report-"));
afterAll(() => rmSync(folder, { recursive: true }));

function report(content: object): string {
  const file = join(folder, "report.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const vitest = {
  numPassedTests: 5,
  numFailedTests: 0,
  numPendingTests: 2,
  numTodoTests: 1,
  testResults: [],
};

describe("counts of a test run", () => {
  it("are the sums over vitest's report", () => {
    expect(vitestCounts(report(vitest), 0)).toMatchObject({ passed: 5, failed: 0, skipped: 3 });
  });

  it("count a test file that could not be loaded as a failure", () => {
    const broken = { ...vitest, testResults: [{ status: "failed", assertionResults: [] }] };
    expect(vitestCounts(report(broken), 1)).toMatchObject({ passed: 5, failed: 1, skipped: 3 });
  });

  it("count a failed program without a failed test, or without a report, as a failure", () => {
    expect(vitestCounts(report(vitest), 1).failed).toBe(1);
    expect(vitestCounts(join(folder, "none.json"), 0).failed).toBe(1);
    expect(playwrightCounts(join(folder, "none.json"), 0).failed).toBe(1);
  });

  it("take a browser test that passed on a retry as passed", () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 2 };
    expect(playwrightCounts(report({ stats }), 1)).toMatchObject({
      passed: 4,
      failed: 1,
      skipped: 2,
    });
  });

  it("say why tests were skipped, each reason once", () => {
    const skipped = { status: "skipped", ancestorTitles: ["maven (not there)"], title: "imports" };
    const testResults = [{ status: "passed", assertionResults: [skipped, skipped] }];
    expect(vitestCounts(report({ ...vitest, testResults }), 0).reasons).toEqual([
      "maven (not there)",
    ]);
    const stats = { expected: 1, unexpected: 0, flaky: 0, skipped: 1 };
    const annotations = [{ type: "skip", description: "needs a phone" }];
    const suites = [
      { title: "a.spec.ts", suites: [{ title: "x", specs: [{ tests: [{ annotations }] }] }] },
    ];
    expect(playwrightCounts(report({ stats, suites }), 0).reasons).toEqual([
      "a.spec.ts: needs a phone",
    ]);
  });

  it("add up over stages", () => {
    expect(add(single(0), single(1))).toMatchObject({ passed: 1, failed: 1, skipped: 0 });
  });
});
