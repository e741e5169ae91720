import { describe, expect, it } from "vitest";
import { requestsToMe } from "@/lib/deals/data/hand-overs";
import { changeDeals } from "@/lib/pipeline/data/bulk";
import { answer, askHandOver } from "@/lib/pipeline/data/credit";
import type { Company } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { dealNow, pipelineForTests } from "./fixture";

const p = pipelineForTests();
type Person = keyof Company["user"];

const ask = (person: Person, to: Person) =>
  p.as(person, (tx) =>
    askHandOver(tx, p.company.user[person], {
      ...{ id: p.deal, toId: p.company.user[to], dueOn: "2999-01-01", note: null },
    }),
  );
const give = (to: Person) =>
  p.as("Mia", (tx) =>
    changeDeals(tx, {
      of: { ids: [p.deal] },
      change: { what: "owner", ownerId: p.company.user[to] },
      apply: true,
    }),
  );
const accept = (person: Person, id: string) =>
  p.as(person, (tx) => answer(tx, { id, accept: true, words: null }));
async function request(): Promise<{ id: string; status: string }> {
  const [row] = await query<{ id: string; status: string }>(
    "SELECT id, status::text FROM deal_hand_over WHERE deal_id = $1",
    [p.deal],
  );
  if (!row) throw new Error("no request");
  return row;
}

describe("a request to take a deal over, once the deal is somebody else's", () => {
  it("takes it from nobody: Rae asked Wes, Mia gave it to Rob", async () => {
    await ask("Rae", "Wes");
    await give("Rob");
    const { id, status } = await request();
    expect(status).toBe("withdrawn");
    expect((await p.as("Wes", requestsToMe)).filter(({ dealId }) => dealId === p.deal)).toEqual([]);
    await expect(accept("Wes", id)).rejects.toMatchObject({ code: "handOverClosed" });
    expect((await dealNow(p.deal)).owner_id).toBe(p.company.user.Rob);
  });

  it("twin: while Rae still has it, it is taken over", async () => {
    await ask("Rae", "Wes");
    await give("Rae");
    await accept("Wes", (await request()).id);
    expect(await dealNow(p.deal)).toMatchObject({ owner_id: p.company.user.Wes });
    expect((await request()).status).toBe("accepted");
  });
});
