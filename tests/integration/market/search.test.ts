import { beforeAll, expect, it } from "vitest";
import { findNotes } from "@/lib/market/queries";
import { write } from "@/lib/platform/db/access";
import { type BusinessDate, toUtcMidnight } from "@/lib/shared/business-date";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";

let company: Company;

beforeAll(async () => {
  company = await createCompany();
  const author = { authorId: company.user.Rae, authorUnitId: company.unit.E1 };
  const about = { kind: "price", impact: "threat", credibility: "plausible" } as const;
  await write(await scopeFor(company.user.Rae), (tx) =>
    tx.marketNote.createMany({
      data: [
        { title: "海川精密降价", text: "Ten per cent off cameras", happenedOn: "2026-03-01" },
        { title: "A fair in May", text: "海川精密 will show cameras", happenedOn: "2026-03-02" },
        { title: "Another matter", text: null, happenedOn: "2026-03-03" },
      ].map(({ happenedOn, ...note }) => ({
        ...{ ...note, ...about, ...author },
        happenedOn: toUtcMidnight(happenedOn as BusinessDate),
      })),
    }),
  );
});

it("finds notes by title or words in either language, the latest first, at most the limit", async () => {
  const titles = async (text: string, limit = 6) =>
    (await findNotes(await scopeFor(company.user.Rob), text, limit, "en")).map(
      ({ kind, label }) => `${kind} ${label}`,
    );
  const both = ["note A fair in May", "note 海川精密降价"];
  expect(await titles("海川")).toEqual(both);
  expect(await titles("CAMERAS")).toEqual(both);
  expect(await titles("cameras", 1)).toEqual(both.slice(0, 1));
  expect(await titles("100%")).toEqual([]);
});
