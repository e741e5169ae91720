import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import {
  amounts,
  choice,
  days,
  type FilterContext,
  type ListFilter,
  place,
  reference,
  words,
} from "@/components/lists/list-filters";
import { createFormatter } from "@/lib/platform/i18n/format";
import messages from "@/lib/platform/i18n/messages/en.json";

const known = "0190a1b2-0000-7000-8000-000000000001";
const unseen = "0190a1b2-0000-7000-8000-000000000002";

function chips(filter: ListFilter, params: FilterContext["params"]): string[] {
  const context: FilterContext = {
    params,
    names: new Map([[known, { name: "安", nameEn: "Ann" }]]),
    units: [],
    locale: "en",
    f: createFormatter({ locale: "en", currency: "USD" }),
    l: createTranslator({ locale: "en", messages, namespace: "lists" }) as FilterContext["l"],
  };
  return filter(context).chips?.map((chip) => `${chip.param} ${chip.label}`) ?? [];
}

describe("the chips of a list", () => {
  it("name the records of a filter; one that may not be seen reads like one that is gone", () => {
    expect(chips(reference("owner"), { owner: [known, unseen, "none"] })).toEqual([
      "owner Owner: Ann, Not visible or deleted, None",
    ]);
    expect(chips(reference("deal", { label: "Deal" }), {})).toEqual([]);
  });

  it("show a choice only where its control does not: several values, or none of the options", () => {
    const kind = choice("kind", "Status", [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ]);
    expect(chips(kind, { kind: "a" })).toEqual([]);
    expect(chips(kind, { kind: ["a", "b"] })).toEqual(["kind Status: A, B"]);
    expect(chips(kind, { kind: ["none"] })).toEqual(["kind Status: None"]);
    expect(chips(choice("kind", "Status", []), { kind: ["a"] })).toHaveLength(1);
  });

  it("say the last day of a half-open range, and amounts as numbers", () => {
    expect(chips(days("Closed"), { from: "2026-01-01", to: "2026-04-01" })).toEqual([
      "from Closed from Jan 1, 2026",
      "to Closed until Mar 31, 2026",
    ]);
    expect(chips(amounts(), { min: 1000 })).toEqual(["min Amount at least: 1,000"]);
  });

  it("show a unit to somebody who cannot choose one", () => {
    const [unit] = place();
    expect(unit && chips(unit, { unit: known })).toEqual(["unit Unit: Ann"]);
  });

  it("write words as they are", () => {
    expect(chips(words("sector", "Sector"), { sector: ["food, drink", "none"] })).toEqual([
      "sector Sector: food, drink, None",
    ]);
  });
});
