import { beforeAll, describe, expect, it, vi } from "vitest";
import { askOwnerOfSimilar, findSimilarCustomers } from "@/lib/customers/actions/similar";
import { answerRequest, countOpenRequests, requestsToAnswer } from "@/lib/customers/data/requests";
import {
  askAboutCustomer,
  hiddenSimilarCustomer,
  similarCustomers,
} from "@/lib/customers/sql/similar-customers";
import { notificationPage } from "@/lib/discussion/queries/notifications";
import { read, type Tx, write } from "@/lib/platform/db/access";
import { AppError, NotFoundError } from "@/lib/platform/errors";
import type { Scope } from "@/lib/platform/scope";
import { acting } from "@/tests/integration/settings/acting";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { insertRow } from "@/tests/setup/records";

vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
vi.mock("next-intl/server", () => import("@/tests/setup/next-request"));
vi.mock("@/lib/platform/auth/session", () => ({
  actionScope: async () => {
    if (!acting.scope) throw new AppError("signedOut");
    return acting.scope;
  },
}));

let company: Company;
const id: Record<string, string> = {};
const NAMES = [
  ["上海恒远电子有限公司", "Shanghai Hengyuan Electronics Co., Ltd."],
  ["Müller & Söhne GmbH", null],
  ["苏州天成科技股份有限公司", null],
] as const;
beforeAll(async () => {
  company = await createCompany();
  for (const [name, nameEn] of NAMES)
    id[name] = await insertRow("customer", {
      ...{ name, name_en: nameEn, owner_id: company.user.Rae, unit_id: company.unit.E1 },
    });
});

type Person = "Ada" | "Mia" | "Rae" | "Rob" | "Wes";
const as = async <T>(person: Person, work: (tx: Tx, scope: Scope) => Promise<T>) => {
  const scope = await scopeFor(company.user[person]);
  return write(scope, (tx) => work(tx, scope));
};
const similar = async (typed: string, except: string | null = null) =>
  (await as("Rae", (tx) => similarCustomers(tx, typed, except))).map((one) => one.name);
const hidden = (person: Person, typed: string, except: string | null = null) =>
  as(person, (tx) => hiddenSimilarCustomer(tx, typed, except));

/** What a person was told: of what, in whose words, and what they read of the customer. */
const told = async (person: Person) =>
  (await notificationPage(await scopeFor(company.user[person]), {})).rows.map((row) => [
    ...[row.kind, row.details.words, row.title?.name ?? null],
  ]);

describe("a name as it is compared", () => {
  const key = async (name: string) =>
    (await query<{ key: string }>("SELECT customer_match_key($1) AS key", [name]))[0]?.key;
  it.each([
    ["Acme Co., Ltd.", "ACME"],
    ["Müller Söhne GmbH", "muller sohne"],
    ["Foo S.A.", "foo"],
    ["Bar Trading Company Limited", "bar trading"],
    ["上海恒远电子有限公司", "上海恒远电子"],
    ["上海恒远电子（集团）股份有限公司", "上海恒远电子"],
    ["ＡＣＭＥ　Inc", "acme"],
    ["Limited", "LIMITED"],
  ])("%s is %s", async (a, b) => {
    expect(await key(a)).toBe(await key(b));
  });
  it("tells different companies apart, and is nothing of nothing", async () => {
    expect(await key("恒远")).not.toBe(await key("远恒"));
    expect(await key("😀")).not.toBe(await key("😁"));
    expect((await query("SELECT customer_match_key(NULL) AS key"))[0]).toEqual({ key: null });
  });
});

describe("customers like the one typed", () => {
  it("are found in Chinese and Latin, with and without the legal form, half typed", async () => {
    for (const typed of ["上海恒远", "上海恒远电子股份公司", "Shanghai Hengyuan Electronics"])
      expect(await similar(typed)).toEqual(["上海恒远电子有限公司"]);
    expect(await similar("MULLER und Sohne AG")).toEqual(["Müller & Söhne GmbH"]);
  });
  it("are none of others, nor the one being edited", async () => {
    for (const typed of ["北京同济医院", "有限公司", "Limited", "a"])
      expect(await similar(typed)).toEqual([]);
    expect(await similar("上海恒远电子", id.上海恒远电子有限公司)).toEqual([]);
  });
});

describe("one that may not be seen", () => {
  const typed = "上海恒远电子";
  it("shows only that it is there: to others, not to who sees it", async () => {
    for (const person of ["Rob", "Wes"] as const) expect(await hidden(person, typed)).toBe(true);
    for (const person of ["Rae", "Mia", "Ada"] as const)
      expect(await hidden(person, typed)).toBe(false);
    expect(await hidden("Wes", "北京同济医院")).toBe(false);
    expect(await as("Wes", (tx) => similarCustomers(tx, typed, null))).toEqual([]);
    await expect(
      as("Wes", (tx) => tx.$queryRaw`SELECT id FROM similar_customers(${typed})`),
    ).rejects.toThrow(/permission denied/);
  });

  it("is asked about once; its owner sees who asks and answers once", async () => {
    const ask = () => as("Wes", (tx) => askAboutCustomer(tx, typed, "Shall we?"));
    expect(await ask()).toBe(1);
    expect(await ask()).toBe(0);
    expect(await told("Rae")).toEqual([["duplicateAsked", typed, "上海恒远电子有限公司"]]);
    for (const person of ["Mia", "Ada", "Rob"] as const) expect(await told(person)).toEqual([]);
    const open = await as("Rae", requestsToAnswer);
    expect(open.map((one) => [one.typedName, one.note, one.askedBy.name])).toEqual([
      [typed, "Shall we?", "Wes"],
    ]);
    const request = open[0]?.id ?? "";
    expect(await as("Rae", countOpenRequests)).toBe(1);
    expect(await as("Rob", countOpenRequests)).toBe(0);
    for (const person of ["Wes", "Rob"] as const)
      await expect(
        as(person, (tx, scope) => answerRequest(tx, scope, request, "x")),
      ).rejects.toThrow();
    await as("Rae", (tx, scope) => answerRequest(tx, scope, request, "Mine."));
    expect(await told("Wes")).toEqual([["duplicateAnswered", "Mine.", null]]);
    await expect(
      as("Mia", (tx, scope) => answerRequest(tx, scope, request, "Late")),
    ).rejects.toEqual(new AppError("requestAnswered"));
  });

  it("is asked about by nobody through the table, and read by nobody else", async () => {
    await expect(
      as("Wes", (tx, scope) =>
        tx.customerRequest.create({
          data: {
            customerId: id["Müller & Söhne GmbH"] ?? "",
            askedById: scope.userId,
            typedName: "x",
          },
        }),
      ),
    ).rejects.toThrow(/permission denied/);
    const seen = async (person: Person) =>
      read(await scopeFor(company.user[person]), (tx) => tx.customerRequest.count());
    expect(await Promise.all((["Wes", "Rae", "Mia", "Rob"] as const).map(seen))).toEqual([
      1, 1, 1, 0,
    ]);
    await expect(
      as("Rob", (tx, scope) => answerRequest(tx, scope, id["Müller & Söhne GmbH"] ?? "", "x")),
    ).rejects.toBeInstanceOf(NotFoundError);
  });

  it("has somebody who hears of it: the manager of its unit, else the admin", async () => {
    const place = { owner_id: null, unit_id: company.unit.E2 };
    await insertRow("customer", { name: "无主精密机械厂", ...place });
    expect(await as("Wes", (tx) => askAboutCustomer(tx, "无主精密机械厂", null))).toBe(1);
    expect(await told("Mia")).toEqual([["duplicateAsked", "无主精密机械厂", "无主精密机械厂"]]);
    await insertRow("customer", { name: "孤立纺织品公司" });
    expect(await as("Wes", (tx) => askAboutCustomer(tx, "孤立纺织品公司", null))).toBe(1);
    expect(await told("Ada")).toEqual([["duplicateAsked", "孤立纺织品公司", "孤立纺织品公司"]]);
    await expect(
      as("Wes", (tx) => tx.$queryRaw`SELECT people_of_customer(${id.上海恒远电子有限公司}::uuid)`),
    ).rejects.toThrow(/permission denied/);
  });

  it("is no oracle: who tries out names learns nothing more for a while", async () => {
    acting.scope = await scopeFor(company.user.Wes);
    const check = async () =>
      (await findSimilarCustomers({ name: "上海恒远电子", exceptId: null })).data;
    expect((await check())?.hidden).toBe(true);
    await query("UPDATE form_quota SET count = 150");
    expect((await check())?.hidden).toBeNull();
    const asked = await askOwnerOfSimilar({ name: "上海恒远电子", note: null });
    expect(asked.serverError?.code).toBe("tooManyAttempts");
    acting.scope = await scopeFor(company.user.Rae);
    expect(await check()).toMatchObject({
      hidden: false,
      seen: [{ name: "Shanghai Hengyuan Electronics Co., Ltd." }],
    });
  });
});
