import { expect } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { type Flow, flowsFrom, type Person } from "./support/flow";
import { wordsOf } from "./support/words";

// The public form: what a customer without an account is asked by a link or a code.

const flow = flowsFrom(2);

/** Makes a link to the form on the deal of the page; its address. */
async function makeLink({ page, hand, t }: Flow, once: boolean): Promise<string> {
  await hand.press(page.getByRole("button", { name: t("feedbackForm.link.open") }));
  const sheet = page.getByRole("dialog", { name: t("feedbackForm.link.title") });
  const works = sheet.getByRole("checkbox", { name: t("feedbackForm.link.once") });
  await hand.tick(works, once);
  await hand.press(sheet.getByRole("button", { name: t("feedbackForm.link.make") }));
  await expect(sheet.getByRole("img", { name: t("feedbackForm.link.qr") })).toBeVisible();
  return sheet.getByRole("textbox", { name: t("feedbackForm.link.address") }).inputValue();
}

/** Answers the form as the customer, who comes by the link. */
async function answer({ page, hand, visit }: Person, { t }: Flow, address: string, text: string) {
  await visit(address);
  await expect(page.getByRole("heading", { name: t("publicForm.title") })).toBeVisible();
  await hand.tick(page.getByRole("radio", { name: "10" }));
  await hand.write(page.getByLabel(t("publicForm.text")), text);
  await hand.press(page.getByRole("button", { name: t("publicForm.send") }));
  await expect(page.getByRole("heading", { name: t("publicForm.thanksTitle") })).toBeVisible();
}

/** The form as it answers to whom it no longer works for. */
async function expectDead({ page, visit }: Person, { t }: Flow, address: string) {
  await visit(address);
  await expect(page.getByRole("heading", { name: t("publicForm.deadTitle") })).toBeVisible();
}

flow(
  "a link that works once is answered without account or scripts, and seen at the deal",
  "rep",
  async (it) => {
    const { page, another, locale, unique } = it;
    await makeDeal(it);
    const address = await makeLink(it, true);
    const customer = await another("nobody", { scripts: false });
    const text = unique("Fair price, quick delivery");
    await answer(customer, it, address, text);
    await expectDead(customer, it, address);
    const other = locale === "en" ? "zh-CN" : "en";
    await customer.hand.press(customer.page.locator(`nav [lang=${other}]`));
    const dead = wordsOf(other)("publicForm.deadTitle");
    await expect(customer.page.getByRole("heading", { name: dead })).toBeVisible();

    await page.reload();
    await expect(page.getByRole("main").getByText(text).first()).toBeVisible();
  },
);

flow("a link for many answers is answered twice, then withdrawn", "rep", async (it) => {
  const { page, hand, another, t, unique } = it;
  await makeDeal(it);
  const address = await makeLink(it, false);
  const customer = await another("nobody");
  for (const text of [unique("First"), unique("Second")]) await answer(customer, it, address, text);

  await page.reload({ waitUntil: "networkidle" });
  await hand.press(page.getByRole("button", { name: t("feedbackForm.link.open") }));
  await hand.press(page.getByRole("button", { name: t("feedbackForm.link.end") }));
  await expect(page.getByText(t("feedbackForm.link.ended"))).toBeVisible();
  await expectDead(customer, it, address);
});
