import { describe, expect, it } from "vitest";
import { query } from "@/tests/setup/database";
import { importTexts } from "./importing";
import { files, orders } from "./orders.mapping";

describe("a currency without a rate", () => {
  it("is named with its day, also where it is the mapping's own", async () => {
    await query(`insert into organisation (id, name, base_currency) values (1, 'Shop', 'USD')`);
    await importTexts(orders, files);
    const { rejections } = await importTexts(
      { ...orders, defaults: { ...orders.defaults, currency: "EUR" } },
      {
        "deals.csv":
          "id,title,customer,product,owner,stage,created,closed,value,reason\n" +
          "e1,Euros,Acme,Lamp,Bob,open,2024-01-02,,,\n",
      },
      { dryRun: true },
    );
    expect(rejections.map(({ row, value, reason }) => [row, value, reason])).toEqual([
      [2, "EUR 2024-01-02", "currency"],
    ]);
  });
});
