import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "@playwright/test";
import { ELSEWHERE, PAGES, VISITS } from "./support/pages";

const app = fileURLToPath(new URL("../../app", import.meta.url));

test("every page is visited by the tests of pages", () => {
  const folders = readdirSync(app, { withFileTypes: true, recursive: true })
    .filter(({ name }) => name === "page.tsx")
    .map(({ parentPath }) => relative(app, parentPath).replaceAll("\\", "/"));
  const listed = [...ELSEWHERE, ...PAGES.map(({ folder }) => folder)];
  expect(listed.toSorted()).toEqual(folders.toSorted());
});

test("each name of a visit is its own", () => {
  const names = VISITS.map(({ name }) => name);
  expect(names).toHaveLength(new Set(names).size);
});
