import { describe, expect, it } from "vitest";
import { notChosen, typedIn, unchosen } from "@/components/forms/unchosen";
import { matching, namedBy } from "@/components/ui/use-combobox";

const OPTIONS = [
  { value: "1", label: "上海恒远", hint: "C-100" },
  { value: "2", label: "Summit Ltd" },
  { value: "3", label: "SUMMIT Ltd" },
  { value: "4", label: "Ａｃｍｅ" },
];
const ids = (found: readonly { value: string }[]) => found.map((one) => one.value);

describe("what is typed into a combobox", () => {
  it("finds options by a part of their name, not of their hint, whatever its case and width", () => {
    expect(ids(matching(OPTIONS, "恒"))).toEqual(["1"]);
    expect(matching(OPTIONS, "c-1")).toEqual([]);
    expect(ids(matching(OPTIONS, "summit"))).toEqual(["2", "3"]);
    expect(ids(matching(OPTIONS, "acme"))).toEqual(["4"]);
    expect(matching(OPTIONS, "x")).toEqual([]);
  });

  it("names an option by its whole name, unless several are called so", () => {
    expect(namedBy(OPTIONS, " 上海恒远 ")?.value).toBe("1");
    expect(namedBy(OPTIONS, "acme")?.value).toBe("4");
    expect(namedBy(OPTIONS, "上海")).toBeUndefined();
    expect(namedBy(OPTIONS, "summit ltd")).toBeUndefined();
  });
});

describe("text that was typed and not chosen", () => {
  it("is refused by field before anything is sent", () => {
    const values = { customerId: unchosen("上海"), dealId: null, ownerId: "id", parts: [{}] };
    expect(notChosen(values)).toEqual({ customerId: "chooseFromList" });
    expect(notChosen({ ...values, customerId: null })).toEqual({});
  });

  it("is still that text after a draft was kept and read", () => {
    expect(typedIn(JSON.parse(JSON.stringify(unchosen("Sum"))))).toBe("Sum");
    for (const other of [null, "typed", 3, ["typed"], {}, { typed: 1 }, { typed: "a", id: 1 }])
      expect(typedIn(other)).toBeNull();
  });
});
