import { describe, expect, it } from "vitest";
import { requestsToMe, withdrawHandOver } from "@/lib/deals/data/hand-overs";
import { dealShares } from "@/lib/deals/sql/deal-shares";
import { winDeal } from "@/lib/pipeline/data/close";
import { answer, askHandOver, splitDeal } from "@/lib/pipeline/data/credit";
import type { Company } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { dealNow, linesOf, pipelineForTests, won } from "./fixture";

const p = pipelineForTests();
type Person = keyof Company["user"];

const ask = (person: Person, to: Person | null, more: object = {}) =>
  p.as(person, (tx) =>
    askHandOver(tx, p.company.user[person], {
      ...{ id: p.deal, toId: to && p.company.user[to], dueOn: "2999-01-01", note: "please" },
      ...more,
    }),
  );
const requestsOf = (person: Person) => p.as(person, requestsToMe);
const reply = (person: Person, id: string, accept = true) =>
  p.as(person, (tx) => answer(tx, { id, accept, words: null }));
async function openRequest(): Promise<string> {
  const [row] = await query<{ id: string }>(
    "SELECT id FROM deal_hand_over WHERE deal_id = $1 AND status = 'open'",
    [p.deal],
  );
  return row?.id ?? "";
}

describe("a hand-over", () => {
  it("shows the asked what it is about, and nobody else; accepted, the deal is theirs in the same stage", async () => {
    const { stage_id } = await dealNow(p.deal);
    await ask("Rae", "Wes");
    const here = (requests: { dealId: string }[]) =>
      requests.filter((request) => request.dealId === p.deal);
    expect(here(await requestsOf("Wes"))).toMatchObject([
      { title: "Deal", expectedBaseAmount: 100, toMe: true, note: "please" },
    ]);
    for (const person of ["Rob", "Ray", "Max"] as const)
      expect(here(await requestsOf(person))).toEqual([]);
    expect(await p.as("Wes", (tx) => tx.deal.count({ where: { id: p.deal } }))).toBe(0);
    await reply("Wes", await openRequest());
    expect(await dealNow(p.deal)).toMatchObject({
      ...{ stage_id, version: 2 },
      ...{ owner_id: p.company.user.Wes, unit_id: p.company.unit.W1 },
    });
    const owners = await query<{ owner_id: string }>(
      "SELECT owner_id FROM deal_history WHERE deal_id = $1 ORDER BY id",
      [p.deal],
    );
    const { Rae, Wes } = p.company.user;
    expect(owners.map((entry) => entry.owner_id)).toEqual([Rae, Wes]);
  });

  it("to a whole unit goes to one of two who accept at the same moment; the other is told", async () => {
    await ask("Mia", null);
    const id = await openRequest();
    const answers = await Promise.allSettled([reply("Rae", id), reply("Rob", id)]);
    expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(answers.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "handOverClosed" },
    });
    const [row] = await query<{ decided_by_id: string }>(
      "SELECT decided_by_id FROM deal_hand_over WHERE id = $1",
      [id],
    );
    expect((await dealNow(p.deal)).owner_id).toBe(row?.decided_by_id);
  });

  it("declined or withdrawn leaves the deal as it is, and can be asked again", async () => {
    await ask("Rae", "Rob");
    await expect(ask("Mia", "Ray")).rejects.toThrow("handOverOpen");
    await reply("Rob", await openRequest(), false);
    await ask("Rae", "Ray");
    const id = await openRequest();
    await p.as("Mia", (tx) => withdrawHandOver(tx, id, p.company.user.Mia));
    await expect(reply("Ray", id)).rejects.toThrow("handOverClosed");
    expect(await dealNow(p.deal)).toMatchObject({ owner_id: p.company.user.Rae, version: 1 });
  });

  it("is neither asked nor answered by strangers", async () => {
    await expect(ask("Rob", "Ray")).rejects.toThrow("notFound");
    await expect(ask("Rae", "Rae")).rejects.toThrow("handOverToOwner");
    await expect(ask("Rae", "Rob", { dueOn: "2020-01-01" })).rejects.toThrow("handOverPast");
    await ask("Rae", "Rob");
    const id = await openRequest();
    for (const person of ["Wes", "Ray", "Max", "Mia"] as const)
      await expect(reply(person, id)).rejects.toThrow("notFound");
    await expect(p.as("Wes", (tx) => withdrawHandOver(tx, id, p.company.user.Wes))).rejects.toThrow(
      "handOverClosed",
    );
    // Nobody marks it as accepted past the function that gives the deal away.
    const forged = p.as("Rae", (tx) =>
      tx.dealHandOver.updateMany({ where: { id }, data: { status: "accepted" } }),
    );
    await expect(forged).rejects.toThrow(/row-level security/);
  });
});

describe("sharing the credit", () => {
  const share = (parts: readonly (readonly [Person, number])[], version = 1) =>
    p.as("Rae", (tx) =>
      splitDeal(tx, {
        ...{ id: p.deal, version },
        parts: parts.map(([person, part]) => ({ userId: p.company.user[person], share: part })),
      }),
    );

  it("credits each in the own unit, which everybody who sees the deal can read", async () => {
    await share([
      ["Rae", 0.6],
      ["Wes", 0.4],
    ]);
    for (const person of ["Rae", "Wes", "Mia", "Max", "Ada"] as const)
      expect(await p.as(person, (tx) => dealShares(tx, p.deal))).toMatchObject([
        { user: { name: "Rae" }, unit: { name: "E1" }, from: "0.0000", to: "0.6000" },
        { user: { name: "Wes" }, unit: { name: "W1" }, from: "0.6000", to: "1.0000" },
      ]);
    expect(await p.as("Rob", (tx) => dealShares(tx, p.deal))).toEqual([]);
  });

  it("of a won deal books its sales anew; given back, they are the owner's again", async () => {
    await p.as("Rae", (tx) => winDeal(tx, won(p.deal)));
    const amounts = async () =>
      (await linesOf(p.deal)).map((line) => [line.owner_id, line.base_amount]);
    const { Rae, Wes } = p.company.user;
    await share(
      [
        ["Rae", 0.6],
        ["Wes", 0.4],
      ],
      2,
    );
    expect(await amounts()).toEqual([
      [Rae, 36],
      [Wes, 24],
      [Rae, 24],
      [Wes, 16],
    ]);
    await share([], 3);
    expect(await amounts()).toEqual([
      [Rae, 60],
      [Rae, 40],
    ]);
  });

  it("refuses shares that are not whole, people twice and stale pages", async () => {
    await expect(
      share([
        ["Rae", 0.6],
        ["Wes", 0.3],
      ]),
    ).rejects.toThrow("splitTotal");
    await expect(
      share([
        ["Rae", 0.5],
        ["Rae", 0.5],
      ]),
    ).rejects.toThrow("splitTwice");
    await expect(
      share([
        ["Rae", 0.5],
        ["Ada", 0.5],
      ]),
    ).rejects.toThrow("ownerWithoutUnit");
    await expect(
      share(
        [
          ["Rae", 0.6],
          ["Wes", 0.4],
        ],
        9,
      ),
    ).rejects.toThrow("conflict");
  });
});
