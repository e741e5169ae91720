import { expect } from "@playwright/test";
import { addCustomer } from "./support/customers";
import { flowsFrom } from "./support/flow";

const flow = flowsFrom(2);

flow("two records of one customer are merged and taken apart again", "rep", async (it) => {
  const { page, hand, t, unique } = it;
  const [first, second] = [unique("First"), unique("Second")];
  await addCustomer(it, second);
  await addCustomer(it, first);
  await hand.choose(
    page.getByRole("button", { name: t("customers.moreActions") }),
    t("customers.merge.action"),
  );
  await page.waitForURL(/\/merge$/);
  await hand.find(page.getByRole("combobox", { name: t("customers.merge.other") }), second);
  await page.waitForURL(/with=/);
  await hand.tick(page.getByRole("radio", { name: second }));
  await hand.press(page.getByRole("button", { name: t("customers.merge.submit"), exact: true }));
  // The first one stays, with the name of the second.
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(second);
  await hand.press(page.getByRole("button", { name: t("common.undo"), exact: true }));
  await expect(page.getByText(t("customers.merge.undone"))).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(first);
});
