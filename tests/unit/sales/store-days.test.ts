import { describe, expect, it } from "vitest";
import { dayColumns, pasteDays } from "@/lib/sales/domain/days-paste";
import { addressesOf, daysInShort, sumOf } from "@/lib/sales/domain/days-sums";
import {
  amountsAtListPrice,
  changesOf,
  lineProblem,
  problemsOf,
  remainingEdits,
  rememberSeen,
  type StoreDays,
} from "@/lib/sales/domain/store-days";
import { weekOf } from "@/lib/sales/domain/week-of";

const product = (id: string) => ({ id, name: id, nameEn: null });
const DAYS: StoreDays = {
  unitId: "store",
  days: ["2026-03-02", "2026-03-03", "2026-03-04"],
  today: "2026-03-03",
  digits: 2,
  rows: [
    {
      ...{ product: product("camera"), category: null, listPrice: 29.99 },
      lines: { "2026-03-02": { quantity: 3, amount: 89.97 } },
    },
    { product: product("bell"), category: null, listPrice: null, lines: {} },
  ],
};
const COLUMNS = dayColumns(DAYS.days);

describe("a line of a store's day", () => {
  it("has quantity and amount, of one sign; a gift has amount 0, nothing sold is no line", () => {
    const problem = (quantity: number | null, amount: number | null) =>
      lineProblem({ quantity, amount })?.reason ?? null;
    expect(problem(null, null)).toBeNull();
    expect(problem(0, null)).toBeNull();
    expect(problem(2, 0)).toBeNull();
    expect(problem(-2, -60)).toBeNull();
    expect(problem(2, null)).toBe("amountMissing");
    expect(problem(null, 60)).toBe("quantityMissing");
    expect(problem(0, 60)).toBe("quantityMissing");
    expect(problem(-1, 60)).toBe("signs");
  });

  it("is marked at the cell that is missing, for edited lines only", () => {
    const edits = { "bell|2026-03-02|quantity": 2, "camera|2026-03-02|quantity": -1 };
    expect([...problemsOf(DAYS, edits)]).toEqual([
      ["bell|2026-03-02|amount", "amountMissing"],
      ["camera|2026-03-02|amount", "signs"],
    ]);
  });

  it("is sent with what its writer saw, whatever the server has sent since", () => {
    const edits = { "camera|2026-03-02|quantity": 4, "bell|2026-03-03|quantity": 0 };
    const seen = rememberSeen(DAYS, edits, {});
    const later = { ...DAYS, rows: DAYS.rows.map((row) => ({ ...row, lines: {} })) };
    expect(changesOf(DAYS, edits, rememberSeen(later, edits, seen))).toEqual([
      {
        ...{ productId: "camera", day: "2026-03-02" },
        line: { quantity: 4, amount: 89.97 },
        seen: { quantity: 3, amount: 89.97 },
      },
      { productId: "bell", day: "2026-03-03", line: null, seen: null },
    ]);
  });

  it("that is stored by now is no edit any more", () => {
    const edits = { "camera|2026-03-02|quantity": 3, "camera|2026-03-02|amount": 90 };
    expect(remainingEdits(DAYS, edits)).toEqual({ "camera|2026-03-02|amount": 90 });
  });
});

describe("filling the grid", () => {
  it("pastes a block of quantities and amounts; days to come and words stay out", () => {
    const range = { top: 0, left: 2, bottom: 0, right: 2 };
    const pasted = pasteDays(DAYS, COLUMNS, range, [
      ["2", "59.98", "1"],
      ["-1", "x", "1"],
      ["7", "7", "7"],
    ]);
    expect(pasted.changes).toEqual({
      "camera|2026-03-03|quantity": 2,
      "camera|2026-03-03|amount": 59.98,
      "bell|2026-03-03|quantity": -1,
    });
    expect(pasted).toMatchObject({ future: 2, rejected: ["“x”"], outside: 3 });
  });

  it("fills in amounts at list price where only a quantity stands: 3 × 29.99 = 89.97", () => {
    const edits = { "camera|2026-03-03|quantity": 3, "bell|2026-03-03|quantity": 1 };
    expect(amountsAtListPrice(DAYS, edits)).toEqual({ "camera|2026-03-03|amount": 89.97 });
  });
});

describe("sums", () => {
  it("are exact and count what is typed: 89.97 + 0.1 + 0.2 = 90.27; nothing has no sum", () => {
    const edits = { "camera|2026-03-03|amount": 0.1, "bell|2026-03-03|amount": 0.2 };
    const amounts = addressesOf(["camera", "bell"], DAYS.days, "amount");
    expect(sumOf(DAYS, edits, amounts)).toBe(90.27);
    expect(sumOf(DAYS, {}, addressesOf(["bell"], DAYS.days, "amount"))).toBeNull();
  });

  it("in short: one product, one of the two days so far without a line", () => {
    expect(daysInShort(DAYS)).toEqual({ products: 1, quantity: 3, amount: 89.97, missing: 1 });
  });

  it("of a week from its first day: Wednesday 4 March 2026 lies in Mon 2 to Sun 8, or Sun 1 to Sat 7", () => {
    expect([weekOf("2026-03-04", 1)[0], weekOf("2026-03-04", 1)[6]]).toEqual([
      "2026-03-02",
      "2026-03-08",
    ]);
    expect([weekOf("2026-03-04", 7)[0], weekOf("2026-03-04", 7)[6]]).toEqual([
      "2026-03-01",
      "2026-03-07",
    ]);
  });
});
