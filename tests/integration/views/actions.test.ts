import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { dealList } from "@/lib/deals/queries";
import { parseDealList } from "@/lib/deals/schema";
import { AppError } from "@/lib/platform/errors";
import { undoRemoval } from "@/lib/undo/actions";
import * as actions from "@/lib/views/actions";
import { VIEW_LIMIT } from "@/lib/views/domain/saved-view";
import { defaultViewHref, listViews } from "@/lib/views/queries";
import { acting } from "@/tests/integration/settings/acting";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});
beforeEach(() => query("DELETE FROM saved_view"));

const as = async (person: keyof Company["user"]) => {
  acting.scope = await scopeFor(company.user[person]);
  return acting.scope;
};
const code = (result: { serverError?: { code: string } }) => result.serverError?.code;

type Input = Parameters<typeof actions.createView>[0];
async function saved(input: Partial<Input> = {}): Promise<string> {
  const id = crypto.randomUUID();
  const result = await actions.createView({
    ...{ id, list: "deals", name: "Won", query: "kind=won&sort=-booked", unitId: null },
    ...input,
  });
  if (result.serverError) throw new Error(result.serverError.code);
  return id;
}

describe("a view", () => {
  it("keeps what the list understands and opens it again", async () => {
    const scope = await as("Rae");
    const id = await saved({ query: "kind=won&sort=-booked&page=3&nonsense=1&view=x" });
    const state = await listViews(scope, "deals", { view: id, kind: "won" });
    expect(state.views).toMatchObject([{ id, name: "Won", query: "kind=won&sort=-booked" }]);
    expect([state.view?.id, state.changed]).toEqual([id, true]);
    expect((await listViews(scope, "sales", { view: id })).views).toEqual([]);
  });

  it("with a parameter the list no longer knows opens without it", async () => {
    const scope = await as("Rae");
    const id = await saved();
    await query("UPDATE saved_view SET query = 'kind=won&retired=1&sort=retired' WHERE id = $1", [
      id,
    ]);
    expect((await listViews(scope, "deals", {})).views[0]?.query).toBe("kind=won");
  });

  it("shared by a manager shows a rep only the rep's own records, and the manager all", async () => {
    const mia = await as("Mia");
    const id = await saved({ unitId: company.unit.East, query: "kind=won" });
    const opened = async (scope: typeof mia) => {
      const view = (await listViews(scope, "deals", { view: id })).view;
      if (!view) return null;
      const params = parseDealList(Object.fromEntries(new URLSearchParams(view.query)));
      return (await dealList(scope, params)).rows.map((row) => row.id).sort();
    };
    const { Rae, Rob, Ray } = records.of;
    expect(await opened(await as("Rae"))).toEqual([Rae.deal]);
    expect(await opened(mia)).toEqual([Rae.deal, Rob.deal, Ray.deal].sort());
    expect(await opened(await as("Wes"))).toBeNull();
  });

  it("has a name of its own for its owner and list", async () => {
    await as("Rae");
    await saved();
    await expect(saved()).rejects.toThrow("viewNameTaken");
    await saved({ list: "sales", query: "" });
    await as("Rob");
    await saved();
  });

  it("is renamed, shared and overwritten by its owner; what is stale is refused", async () => {
    const scope = await as("Mia");
    const id = await saved();
    const unitId = company.unit.E1;
    expect(code(await actions.editView({ id, version: 1, name: "Ours", unitId }))).toBeUndefined();
    const stale = await actions.overwriteView({ id, version: 1, query: "kind=lost" });
    expect(stale.serverError).toMatchObject({
      code: "conflict",
      current: { name: "Ours", version: 2 },
    });
    await actions.overwriteView({ id, version: 2, query: "kind=lost&page=2" });
    const [view] = (await listViews(scope, "deals", {})).views;
    expect(view).toMatchObject({ name: "Ours", query: "kind=lost", unit: { id: unitId } });
    await as("Rae");
    expect(code(await actions.editView({ id, version: 3, name: "Mine", unitId: null }))).toBe(
      "forbidden",
    );
    expect(code(await actions.deleteView({ id }))).toBe("forbidden");
    await as("Wes");
    expect(code(await actions.editView({ id, version: 3, name: "Mine", unitId: null }))).toBe(
      "notFound",
    );
  });

  it("is shared with units one leads only", async () => {
    const share = async (unitId?: string) => saved({ name: `To ${unitId}`, unitId });
    await as("Rae");
    await expect(share(company.unit.E1)).rejects.toThrow("forbidden");
    await as("Mia");
    await expect(share(company.unit.W1)).rejects.toThrow("forbidden");
    await share(company.unit.E2);
    await as("Ada");
    await share(company.unit.Company);
  });

  it("that somebody else keeps private cannot be reached, twin: its owner can", async () => {
    await as("Rae");
    const id = await saved();
    await as("Mia");
    expect(code(await actions.overwriteView({ id, version: 1, query: "" }))).toBe("notFound");
    expect(code(await actions.deleteView({ id }))).toBe("notFound");
    expect(code(await actions.chooseDefaultView({ list: "deals", viewId: id }))).toBe("notFound");
    await as("Rae");
    expect(code(await actions.overwriteView({ id, version: 1, query: "" }))).toBeUndefined();
  });

  it("deleted comes back by undo, also as the default of whom it was", async () => {
    await as("Mia");
    const id = await saved({ unitId: company.unit.East });
    const rae = await as("Rae");
    await actions.chooseDefaultView({ list: "deals", viewId: id });
    await as("Ada");
    const removal = (await actions.deleteView({ id })).data?.removal ?? "";
    expect(await defaultViewHref(rae, "deals", {})).toBeNull();
    expect(code(await undoRemoval({ removal }))).toBeUndefined();
    expect(await defaultViewHref(rae, "deals", {})).toBe(`/deals?view=${id}&kind=won&sort=-booked`);
  });

  it("is one of at most so many", async () => {
    await as("Wes");
    for (let n = 1; n <= VIEW_LIMIT; n++)
      await insertRow("saved_view", {
        ...{ list: "deals", name: `No. ${n}`, query: "", owner_id: company.user.Wes },
      });
    await expect(saved({ name: "One more" })).rejects.toThrow("viewLimit");
    await saved({ list: "sales", query: "" });
  });
});

describe("the default view", () => {
  it("opens a list whose address says nothing, for the one who chose it", async () => {
    const rae = await as("Rae");
    const id = await saved();
    await actions.chooseDefaultView({ list: "deals", viewId: id });
    const board = await defaultViewHref(rae, "deals", {}, "/deals/board");
    expect(board).toBe(`/deals/board?view=${id}&kind=won&sort=-booked`);
    expect(await defaultViewHref(rae, "deals", { view: "all" })).toBeNull();
    expect(await defaultViewHref(rae, "sales", {})).toBeNull();
    expect(await defaultViewHref(await as("Rob"), "deals", {})).toBeNull();
    await as("Rae");
    await actions.chooseDefaultView({ list: "deals", viewId: null });
    expect(await defaultViewHref(rae, "deals", {})).toBeNull();
  });

  it("that is no longer shared counts as none", async () => {
    await as("Mia");
    const id = await saved({ unitId: company.unit.East });
    const rae = await as("Rae");
    await actions.chooseDefaultView({ list: "deals", viewId: id });
    expect(await defaultViewHref(rae, "deals", {})).not.toBeNull();
    await as("Mia");
    await actions.editView({ id, version: 1, name: "Mine", unitId: null });
    expect(await defaultViewHref(rae, "deals", {})).toBeNull();
  });
});
