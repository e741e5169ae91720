import { expect, type Page } from "@playwright/test";
import { makeDeal } from "./support/deals";
import { flowsFrom } from "./support/flow";

// Comments, mentions, notifications, followers, files and undo, as a rep and their manager would use them.

const flow = flowsFrom(3);

flow(
  "a manager mentions the rep, who reads it, answers, edits and undoes a deletion",
  "rep",
  async (it) => {
    const { page, hand, visit, another, t, demo, unique } = it;
    await makeDeal(it);
    const deal = new URL(page.url()).pathname;
    const said = unique("Price?");
    const manager = await another("manager");
    await manager.visit(deal);
    const field = (on: Page) => on.getByRole("textbox", { name: t("discussion.write") });
    const comments = (on: Page) => on.getByRole("list", { name: t("discussion.title") });
    // Whoever is mentioned is chosen from a list that opens while typing.
    await manager.hand.write(field(manager.page), `${said} `);
    await manager.page.keyboard.type(`@${demo("Yue Sun").slice(0, 2)}`);
    await expect(manager.page.getByRole("option", { name: demo("Yue Sun") })).toBeVisible();
    await manager.page.keyboard.press("Enter");
    const send = (on: Page) => on.getByRole("button", { name: t("discussion.send"), exact: true });
    await manager.hand.press(send(manager.page));
    await expect(comments(manager.page).getByText(said)).toBeVisible();

    await visit("/notifications");
    const main = page.getByRole("main");
    const line = main.getByRole("link").filter({ hasText: said });
    await expect(line).toContainText(
      t("notifications.kinds.mention", { actor: demo("Jing Chen") }),
    );
    await expect(line.getByText(t("notifications.unread"), { exact: true })).toBeAttached();
    await hand.press(line);
    await page.waitForURL(new RegExp(deal));
    await page.goBack({ waitUntil: "networkidle" });
    await page.reload({ waitUntil: "networkidle" });
    await expect(line.getByText(t("notifications.unread"), { exact: true })).toHaveCount(0);

    await visit(deal);
    const own = unique("Answer");
    await hand.write(field(page), own);
    await hand.press(send(page));
    const written = comments(page).getByRole("listitem").filter({ hasText: own });
    await expect(written).toBeVisible();
    await hand.press(written.getByRole("button", { name: t("common.edit") }));
    await page.keyboard.press("End");
    await page.keyboard.type("!");
    await hand.press(main.getByRole("button", { name: t("common.save"), exact: true }));
    await expect(written).toContainText(t("discussion.edited"));
    await hand.press(written.getByRole("button", { name: t("common.delete") }));
    await expect(written).toHaveCount(0);
    await hand.press(page.getByRole("button", { name: t("common.undo") }));
    await expect(page.getByText(t("common.restored"))).toBeVisible();
    await expect(written).toHaveCount(1);
  },
);

flow("who follows a record is told what is said about it", "manager", async (it) => {
  const { page, hand, visit, another, t, demo, unique } = it;
  const rep = await another("rep");
  await makeDeal({ ...it, ...rep });
  await visit(new URL(rep.page.url()).pathname);
  await hand.press(page.getByRole("button", { name: t("discussion.follow"), exact: true }));
  await expect(page.getByRole("button", { name: t("discussion.unfollow") })).toBeVisible();
  const said = unique("They want two offers");
  await rep.hand.write(rep.page.getByRole("textbox", { name: t("discussion.write") }), said);
  await rep.hand.press(rep.page.getByRole("button", { name: t("discussion.send"), exact: true }));
  await expect(rep.page.getByText(t("discussion.sent"), { exact: true })).toBeVisible();

  await page.reload({ waitUntil: "networkidle" });
  await hand.press(page.getByRole("button", { name: t("navigation.notifications.title") }));
  const line = page.getByRole("dialog").getByRole("link").filter({ hasText: said });
  await expect(line).toContainText(t("notifications.kinds.comment", { actor: demo("Yue Sun") }));
});

flow("a file is added, downloaded as a file, deleted and brought back", "rep", async (it) => {
  const { page, hand, t, unique } = it;
  await makeDeal(it);
  const name = `${unique("offer")}.txt`;
  const buffer = Buffer.from("<script>alert(1)</script>");
  const chooser = page.waitForEvent("filechooser");
  await hand.press(page.getByRole("button", { name: t("attachments.add") }));
  await (await chooser).setFiles({ name, mimeType: "text/html", buffer });
  await expect(page.getByText(t("attachments.added", { name }))).toBeVisible();
  const link = page.getByRole("link", { name });
  await expect(link).toBeVisible();
  const download = page.waitForEvent("download");
  await hand.press(link);
  expect((await download).suggestedFilename()).toBe(name);
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(await answer.text()).toBe(buffer.toString());
  expect(answer.headers()).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
  });
  expect(answer.headers()["content-disposition"]).toMatch(/^attachment; /);
  await hand.press(page.getByRole("button", { name: t("attachments.delete", { name }) }));
  await expect(link).toHaveCount(0);
  await hand.press(page.getByRole("button", { name: t("common.undo") }));
  await expect(link).toBeVisible();
});
