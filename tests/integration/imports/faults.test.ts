import { beforeAll, describe, expect, it } from "vitest";
import { query } from "@/tests/setup/database";
import { importTexts } from "./importing";
import { files, orders } from "./orders.mapping";

// Of the faults found in other products those of imports; the others are in metrics/faults.test.ts.

beforeAll(async () => {
  await query(`insert into organisation (id, name, base_currency) values (1, 'Shop', 'USD')`);
  const sales =
    "order,date,customer,product,owner,unit,quantity,price\n" +
    "o1,2024-02-01,Acme,Lamp,Bob,,2,10\n" +
    "o1,2024-02-01,Acme,Desk,Cy,,1,200\n" +
    "o1,2024-02-09,Acme,Lamp,Bob,,-1,10\n" +
    "o1,2024-02-10,Acme,Lamp,Bob,,-1,10\n";
  const { rejections } = await importTexts(orders, { ...files, "sales.csv": sales });
  expect(rejections).toEqual([]);
});

describe("faults found in other products", () => {
  it("imported records losing their owner: each deal and line has the one of its file", async () => {
    const owners = await query(`select d.external_id as id, u.name from deal d
      join "user" u on u.id = d.owner_id order by 1`);
    expect(owners.map(({ id, name }) => [id, name])).toEqual([
      ["d1", "Bob"],
      ["d2", "Cy"],
      ["d3", "Cy"],
    ]);
    const lines = await query(`select u.name, count(*)::int from sale s
      join "user" u on u.id = s.owner_id where s.order_no = 'o1' group by 1 order by 1`);
    expect(lines).toEqual([
      { name: "Bob", count: 3 },
      { name: "Cy", count: 1 },
    ]);
  });
  it("importing returns joined to lines so that lines multiply: 20 + 200 − 10 − 10 = 200 in four lines", async () => {
    const [row] = await query(`select count(*)::int as lines, sum(amount)::float as amount
      from sale where order_no = 'o1'`);
    expect(row).toEqual({ lines: 4, amount: 200 });
  });
});
