import { describe, expect, it } from "vitest";
import { winDeal } from "@/lib/pipeline/data/close";
import type { Company } from "@/tests/setup/company";
import { amountsOf, linesOf, pipelineForTests, won } from "./fixture";

type Person = keyof Company["user"];
const p = pipelineForTests();

describe("a shared deal", () => {
  const share = (userId: string, unitId: string, shareFrom: number, shareTo: number) => ({
    userId,
    unitId,
    shareFrom,
    shareTo,
  });
  const thirds = () => [
    share(p.company.user.Rae, p.company.unit.E1, 0, 0.3333),
    share(p.company.user.Rob, p.company.unit.E1, 0.3333, 0.6666),
    share(p.company.user.Wes, p.company.unit.W1, 0.6666, 1),
  ];
  const split = (person: Person, parts: unknown[]) =>
    p.as(
      person,
      (tx) =>
        tx.$executeRaw`SELECT app_share_deal(${p.deal}::uuid, ${JSON.stringify(parts)}::jsonb)`,
    );

  it("is booked for each by share and unit, to the cent: 100 in thirds over 60 and 40", async () => {
    await split("Rae", thirds());
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    const lines = await linesOf(p.deal);
    const of = (person: Person) =>
      lines.filter((line) => line.owner_id === p.company.user[person]).map((l) => l.base_amount);
    expect(of("Rae")).toEqual([20, 13.33]);
    expect(of("Rob")).toEqual([20, 13.33]);
    expect(of("Wes")).toEqual([20, 13.34]);
    expect(lines.filter((line) => line.unit_id === p.company.unit.W1)).toHaveLength(2);
  });

  it("is seen by who shares it and by their manager, who change nothing; strangers see nothing", async () => {
    await split("Rae", thirds());
    const sees = (person: Person) => p.as(person, (tx) => tx.deal.count({ where: { id: p.deal } }));
    expect(await sees("Wes")).toBe(1);
    expect(await sees("Max")).toBe(1);
    expect(await sees("Ray")).toBe(0);
    await expect(p.as("Wes", (tx) => winDeal(tx, won(p.deal)))).rejects.toThrow("notFound");
    await expect(split("Wes", [])).rejects.toThrow(/not the caller/);
    await expect(split("Ray", [])).rejects.toThrow(/not the caller/);
  });

  it("never has shares that are not whole, or credits a unit that is not the rep's", async () => {
    const parts = thirds();
    await expect(split("Rae", parts.slice(0, 2))).rejects.toThrow(/not whole/);
    const elsewhere = [
      share(p.company.user.Rae, p.company.unit.E1, 0, 0.5),
      share(p.company.user.Rob, p.company.unit.W1, 0.5, 1),
    ];
    await expect(split("Rae", elsewhere)).rejects.toThrow(/not whole/);
  });
});

describe("the booking function itself", () => {
  const book = (person: Person, id: string, lines: unknown[]) =>
    p.as(
      person,
      (tx) => tx.$queryRaw`SELECT app_book_deal(${id}::uuid, 'X', ${JSON.stringify(lines)}::jsonb)`,
    );
  const line = (amount: number, owner: Person = "Rae", unit: "E1" | "W1" = "E1") => ({
    productId: null,
    ownerId: p.company.user[owner],
    unitId: p.company.unit[unit],
    quantity: 1,
    amount,
    baseAmount: amount,
  });

  it("books nothing for an open deal, for another amount, person or unit, or for a stranger", async () => {
    await expect(book("Rae", p.deal, [line(100)])).rejects.toThrow(/not what the deal/);
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    await expect(book("Rae", p.deal, [line(101)])).rejects.toThrow(/not what the deal/);
    await expect(book("Rae", p.deal, [line(100, "Wes", "W1")])).rejects.toThrow(
      /not what the deal/,
    );
    await expect(book("Wes", p.deal, [line(100)])).rejects.toThrow(/not the caller/);
    await expect(book("Wes", p.deal, [])).rejects.toThrow(/not the caller/);
    expect(await amountsOf(p.deal)).toEqual([60, 40]);
  });
});
