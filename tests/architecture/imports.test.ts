import { describe, expect, it } from "vitest";
import { AREAS } from "./areas";
import { cycles } from "./cycles";
import { mayImport, mayUsePackage } from "./import-rules";
import { placeOf } from "./layout";
import { projectSources } from "./source";

const sources = projectSources();
const BROWSER = new Set(["generic", "view", "domain", "schema", "shared", "locale"]);

function allowed(from: string, to: string): boolean {
  const [a, b] = [placeOf(from), placeOf(to)];
  if (!a || !b) throw new Error(`no such place: ${a ? to : from}`);
  return mayImport(a, b);
}

describe("imports", () => {
  it("lead only where the layers and the order of areas allow", () => {
    const wrong = sources.flatMap(({ path, imports }) => {
      const from = placeOf(path);
      return imports.flatMap((one) => {
        const to = one.path === null ? null : placeOf(one.path);
        if (!from || (one.path !== null && !to)) return [];
        const fine = to ? mayImport(from, to) : mayUsePackage(from, one.specifier);
        return fine ? [] : [`${path}:${one.line} imports ${one.path ?? one.specifier}`];
      });
    });
    expect(wrong).toEqual([]);
  });

  it("form no circle", () => {
    const edges = new Map(
      // Types are gone when the code runs: a part may name the type of what it is part of.
      sources.map(({ path, imports }) => [
        path,
        imports.flatMap((one) => (one.typeOnly || one.path === null ? [] : [one.path])),
      ]),
    );
    expect(cycles(edges)).toEqual([]);
  });

  it("bring no server code into the browser", () => {
    const bySource = new Map(sources.map((source) => [source.path, source]));
    const queue = sources.filter(({ directives }) => directives.includes("use client"));
    const seen = new Set(queue);
    const wrong: string[] = [];
    for (const source of queue) {
      for (const one of source.imports) {
        const target = one.typeOnly || one.path === null ? undefined : bySource.get(one.path);
        // Of an action the browser gets its address only.
        if (!target || target.directives.includes("use server")) continue;
        const layer = placeOf(target.path)?.layer ?? "root";
        const isRoute = layer === "route" && target.directives.includes("use client");
        if (!BROWSER.has(layer) && !isRoute) wrong.push(`${source.path} reaches ${target.path}`);
        else if (!seen.has(target)) {
          seen.add(target);
          queue.push(target);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});

describe("the import rules", () => {
  it.each([
    ["app/(app)/deals/page.tsx", "lib/deals/queries.ts"],
    ["app/(app)/deals/page.tsx", "components/deals/deal-rows.tsx"],
    ["components/deals/deal-rows.tsx", "lib/deals/actions.ts"],
    ["components/deals/deal-rows.tsx", "lib/customers/domain/customer.ts"],
    ["components/deals/deal-rows.tsx", "components/ui/tag.tsx"],
    ["components/auth/setup-form.tsx", "lib/setup/actions.ts"],
    ["lib/deals/actions.ts", "lib/people/domain/permissions.ts"],
    ["lib/deals/data.ts", "lib/settings/data/business-context.ts"],
    ["lib/deals/domain/deal.ts", "lib/sales/domain/sale.ts"],
    ["lib/metrics/data/measure.ts", "lib/deals/sql/list-deals.ts"],
    ["lib/targets/queries/grid-figures.ts", "lib/metrics/data/measure.ts"],
    ["lib/deals/sql/list-deals.ts", "lib/platform/db/generated/client.ts"],
  ])("let %s import %s", (from, to) => expect(allowed(from, to)).toBe(true));

  it.each([
    ["app/(app)/deals/page.tsx", "lib/deals/data.ts"],
    ["app/(app)/deals/page.tsx", "lib/platform/db/access.ts"],
    ["components/deals/deal-rows.tsx", "lib/deals/queries.ts"],
    ["components/deals/deal-rows.tsx", "lib/customers/data.ts"],
    ["components/deals/deal-rows.tsx", "lib/platform/env.ts"],
    ["components/deals/deal-rows.tsx", "lib/targets/domain/pace.ts"],
    ["components/ui/tag.tsx", "components/deals/stage-tag.tsx"],
    ["components/ui/tag.tsx", "lib/deals/domain/deal.ts"],
    ["components/ui/tag.tsx", "lib/platform/i18n/format.ts"],
    ["lib/deals/data.ts", "lib/customers/data.ts"],
    ["lib/deals/data.ts", "lib/metrics/data/measure.ts"],
    ["lib/deals/data.ts", "lib/deals/queries.ts"],
    ["lib/deals/domain/deal.ts", "lib/deals/schema.ts"],
    ["lib/deals/domain/deal.ts", "lib/platform/env.ts"],
    ["lib/deals/queries.ts", "lib/platform/db/generated/client.ts"],
    ["lib/deals/data.ts", "lib/platform/db/client.ts"],
    ["lib/metrics/data/measure.ts", "lib/targets/data.ts"],
    ["lib/dashboard/queries/dashboard.ts", "lib/targets/queries/targets-page.ts"],
    ["lib/people/data/users.ts", "lib/settings/data/organisation.ts"],
    ["lib/platform/errors.ts", "lib/people/domain/permissions.ts"],
    ["lib/shared/money.ts", "lib/platform/env.ts"],
    ["lib/deals/data.ts", "tests/setup/database.ts"],
    ["lib/deals/data.ts", "scripts/import.ts"],
  ])("do not let %s import %s", (from, to) => expect(allowed(from, to)).toBe(false));

  it("keep packages out of the domain, and the database driver out of all but the platform", () => {
    const uses = (path: string, name: string) => {
      const place = placeOf(path);
      return place !== null && mayUsePackage(place, name);
    };
    for (const name of ["react", "zod", "next/headers", "node:crypto", "server-only"])
      expect(uses("lib/deals/domain/deal.ts", name), name).toBe(false);
    for (const layer of ["data", "queries", "actions"])
      for (const name of ["pg", "@prisma/adapter-pg", "@prisma/client"])
        expect(uses(`lib/deals/${layer}.ts`, name), `${layer} ${name}`).toBe(false);
    expect(uses("lib/deals/schema.ts", "zod")).toBe(true);
    expect(uses("lib/platform/db/client.ts", "@prisma/adapter-pg")).toBe(true);
  });

  it("know no area twice", () => expect(new Set(AREAS).size).toBe(AREAS.length));

  it("find a circle", () => {
    const edges = { a: ["b"], b: ["c"], c: ["a"], d: ["a"] };
    expect(cycles(new Map(Object.entries(edges)))).toEqual(["a → b → c → a"]);
  });
});
