import { describe, expect, it } from "vitest";
import { actionProblems } from "./action-rules";
import {
  environmentReads,
  impurities,
  loopholes,
  silentTests,
  tablesTouched,
  unsafeSql,
} from "./code-rules";
import { parse, projectSources } from "./source";

const sources = projectSources();

describe("code", () => {
  it.each([
    ["takes clock, chance and environment as inputs in domain, schema and shared", impurities],
    ["reads its configuration in one module", environmentReads],
    ["has no loose ends: no any, no TODO, no silenced compiler", loopholes],
    ["has no test that does not run", silentTests],
    ["passes values to SQL as parameters", unsafeSql],
    ["reads and writes tables in data and sql only", tablesTouched],
    ["has server actions in lib/*/actions only, each made by the action client", actionProblems],
  ])("%s", (_, rule) => expect(sources.flatMap(rule)).toEqual([]));
});

describe("the code rules", () => {
  it.each(["Date.now()", "new Date()", "Math.random()", "process.env.TZ", "Date()"])(
    "refuse %s in domain and shared",
    (code) => {
      for (const path of ["lib/deals/domain/deal.ts", "lib/shared/money.ts"])
        expect(impurities(parse(path, `export const x = ${code};`)), path).toHaveLength(1);
      expect(impurities(parse("lib/deals/data.ts", `export const x = ${code};`))).toEqual([]);
    },
  );

  it("let the domain read a date it is given", () => {
    const code = "export const day = (text: string) => new Date(text).getUTCDay();";
    expect(impurities(parse("lib/deals/domain/deal.ts", code))).toEqual([]);
  });

  it("refuse process.env outside configuration", () => {
    const code = "export const port = process.env.PORT;";
    expect(environmentReads(parse("lib/deals/data.ts", code))).toEqual(["lib/deals/data.ts:1 env"]);
    expect(environmentReads(parse("lib/platform/env.ts", code))).toEqual([]);
  });

  it("refuse tables in queries and actions", () => {
    const code = "export const deals = (tx: Tx) => tx.deal.findMany();";
    expect(tablesTouched(parse("lib/deals/queries.ts", code))).toHaveLength(1);
    expect(tablesTouched(parse("lib/deals/data.ts", code))).toEqual([]);
  });

  it.each(["let x: any;", `// ${"TO"}DO later`, "// @ts-ignore"])("refuse %s", (code) =>
    expect(loopholes(parse("lib/deals/data.ts", code))).toHaveLength(1),
  );

  it("refuse silent tests, but for those on shared data", () => {
    const silent = (code: string) => silentTests(parse("tests/unit/deals/deal.test.ts", code));
    expect(silent("it.skip('a', () => {});")).toEqual(["tests/unit/deals/deal.test.ts:1 it.skip"]);
    expect(silent("describe.only('a', () => {});")).toHaveLength(1);
    expect(silent("describe.skipIf(true)('a', () => {});")).toHaveLength(1);
    const shared = 'import { sharedData } from "@/tests/setup/shared-data";';
    expect(silent(`${shared} describe.skipIf(true)('a', () => {});`)).toEqual([]);
  });

  it.each([
    [
      '"use server"; import { action } from "@/lib/platform/action-client"; const mine = action.use(x); export const save = mine.inputSchema(y).action(async () => {});',
      0,
    ],
    ['"use server"; export const save = async () => {};', 1],
    ['"use server"; export async function save() {}', 1],
    [
      '"use server"; import { action } from "./other"; export const save = action.action(async () => {});',
      1,
    ],
    [
      'import { action } from "@/lib/platform/action-client"; export const save = action.action(async () => {});',
      1,
    ],
  ])("judge actions: %s", (code, count) =>
    expect(actionProblems(parse("lib/deals/actions.ts", code))).toHaveLength(count),
  );

  it("find a server action outside the actions of an area", () => {
    const code =
      "export default function Page() { async function save() { 'use server'; } return save; }";
    expect(actionProblems(parse("app/(app)/deals/page.tsx", code))).toHaveLength(1);
  });
});
