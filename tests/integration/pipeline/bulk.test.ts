import { describe, expect, it } from "vitest";
import { changeDeals, undoChange } from "@/lib/pipeline/data/bulk";
import type { Company } from "@/tests/setup/company";
import { dealNow, insertDeal, pipelineForTests } from "./fixture";

const p = pipelineForTests();
type Person = keyof Company["user"];
const change = (person: Person, ids: string[], what: object, apply = true) =>
  p.as(person, (tx) =>
    changeDeals(tx, {
      of: { ids },
      change: what as Parameters<typeof changeDeals>[1]["change"],
      apply,
    }),
  );

describe("a change of many deals", () => {
  it("says what would change and what not before anything does", async () => {
    const { Won, Prospecting } = p.company.stage;
    const closed = await insertDeal(p, { stage_id: Won, closed_on: "2026-02-01" }, []);
    const same = await insertDeal(p, { stage_id: Prospecting }, []);
    const strange = await insertDeal(
      p,
      { owner_id: p.company.user.Wes, unit_id: p.company.unit.W1 },
      [],
    );
    const ids = [p.deal, closed, same, strange];
    const what = { what: "stage", stageId: Prospecting };
    const counts = { changed: 1, same: 1, closed: 1, refused: 1 };
    expect(await change("Rae", ids, what, false)).toMatchObject(counts);
    expect((await dealNow(p.deal)).version).toBe(1);
    expect(await change("Rae", ids, what)).toMatchObject(counts);
    expect((await dealNow(p.deal)).stage_id).toBe(Prospecting);
    expect((await dealNow(strange)).version).toBe(1);
  });

  it("of the owner leaves the stage, and is undone where nobody changed the deal since", async () => {
    const other = await insertDeal(p, {}, []);
    const { Rob, Rae } = p.company.user;
    const { before } = await change("Mia", [p.deal, other], { what: "owner", ownerId: Rob });
    const { stage } = p.company;
    expect(await dealNow(p.deal)).toMatchObject({ owner_id: Rob, stage_id: stage.Proposal });
    await change("Mia", [other], { what: "stage", stageId: stage.Prospecting });
    expect(await p.as("Mia", (tx) => undoChange(tx, before))).toBe(1);
    expect((await dealNow(p.deal)).owner_id).toBe(Rae);
    expect((await dealNow(other)).owner_id).toBe(Rob);
  });

  it("gives nothing to strangers", async () => {
    const to = (person: Person, owner: Person) =>
      change(person, [p.deal], { what: "owner", ownerId: p.company.user[owner] });
    await expect(to("Rae", "Rob")).rejects.toThrow("forbidden");
    await expect(to("Mia", "Wes")).rejects.toThrow("forbidden");
    await to("Ada", "Wes");
    expect((await dealNow(p.deal)).unit_id).toBe(p.company.unit.W1);
  });

  it("reaches all that the list shows with its filters", async () => {
    const id = await insertDeal(p, { title: "Only one like this" }, []);
    const outcome = await p.as("Rae", (tx) =>
      changeDeals(tx, {
        of: { params: { q: "only one like" } },
        change: { what: "close", expectedCloseOn: "2026-12-24" },
        apply: true,
      }),
    );
    expect(outcome.before.map((item) => item.id)).toEqual([id]);
  });
});
