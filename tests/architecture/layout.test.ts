import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { placeOf } from "./layout";
import { projectFiles, ROOT } from "./source";

const LONG = 200;
const TOO_LONG = 300;
const files = projectFiles();

function lines(path: string): number {
  return readFileSync(join(ROOT, path), "utf8").trimEnd().split("\n").length;
}

describe("layout", () => {
  it("has a place for every file", () => {
    expect(files.filter((path) => placeOf(path) === null)).toEqual([]);
  });

  it(`has no file of code over ${TOO_LONG} lines`, () => {
    const sized = files
      .filter((path) => /\.(?:tsx?|mjs|css|prisma)$/.test(path))
      .map((path) => ({ path, count: lines(path) }))
      .filter(({ count }) => count > LONG)
      .sort((a, b) => b.count - a.count);
    const list = sized.map(({ path, count }) => `${count} ${path}`);
    if (list.length > 0) console.info(`Files over ${LONG} lines:\n${list.join("\n")}`);
    expect(list.filter((_, index) => (sized[index]?.count ?? 0) > TOO_LONG)).toEqual([]);
  });
});

describe("the layout rules", () => {
  it.each([
    "lib/deals/utils.ts",
    "lib/deals/domain/helpers.ts",
    "lib/deals/index.ts",
    "lib/deals/service.ts",
    "lib/deals/domain/DealStage.ts",
    "lib/deals/domain/steps/stage.ts",
    "lib/unknown/data.ts",
    "lib/deal.ts",
    "components/card.tsx",
    "components/widgets/card.tsx",
    "app/(app)/deals/deal-row.tsx",
    "app/(app)/deals/actions.ts",
    "src/main.ts",
    "notes.md",
  ])("refuse %s", (path) => expect(placeOf(path)).toBeNull());

  it.each([
    ["app/(app)/deals/[id]/page.tsx", "route", null],
    ["app/api/auth/[...nextauth]/route.ts", "route", null],
    ["components/ui/button.tsx", "generic", null],
    ["components/deals/deal-rows.tsx", "view", "deals"],
    ["lib/deals/domain/deal.ts", "domain", "deals"],
    ["lib/data-quality/sql/scores.ts", "sql", "data-quality"],
    ["lib/platform/db/access.ts", "database", null],
    ["lib/platform/db/generated/models/Deal.ts", "client", null],
    ["lib/platform/auth/session.ts", "platform", null],
  ])("place %s", (path, layer, area) => expect(placeOf(path)).toEqual({ layer, area }));
});
