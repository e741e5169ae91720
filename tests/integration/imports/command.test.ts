import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { databaseUrl, query } from "@/tests/setup/database";
import { files, orders } from "./orders.mapping";

const folder = mkdtempSync(join(tmpdir(), "closeloop import 导入-"));
const at = (name: string) => join(folder, name);
const command = ["--conditions=react-server", "--import", "tsx", "scripts/import.ts"];

function run(...args: string[]) {
  const env = { ...process.env, DATABASE_URL: databaseUrl() };
  return spawnSync(process.execPath, [...command, ...args], { encoding: "utf8", env });
}

it("imports by command, and takes the mended rejected rows back", async () => {
  writeFileSync(at("mapping.json"), JSON.stringify(orders));
  for (const [name, text] of Object.entries(files)) writeFileSync(at(name), text);
  const bad = "name,category,price\nChair,Wood,12\nSofa,Wood,many\n";
  writeFileSync(
    at("products.csv"),
    `${files["products.csv"]}${bad.split("\n").slice(1).join("\n")}`,
  );
  const paths = Object.keys(files).map(at);
  const imported = run("--mapping", at("mapping.json"), "--rejected", at("rejected.csv"), ...paths);
  expect(imported.stdout).toContain('products.csv row 5 (products): price "many" is no number');
  expect(imported.status).toBe(2);

  const rejected = readFileSync(at("rejected.csv"), "utf8");
  expect(rejected).toMatch(/Sofa,Wood,many,.*is no number/);
  writeFileSync(at("rejected.csv"), rejected.replace(",many,", ",900,"));
  const mended = run("--mapping", at("mapping.json"), at("rejected.csv"));
  expect(mended.stdout).toMatch(/products +1 +0 +0 +0/);
  expect(mended.status).toBe(0);
  expect(await query("select count(*)::int from product")).toEqual([{ count: 4 }]);
}, 60_000);

it("says in plain words what is wrong and writes nothing", () => {
  expect(run("--mapping", at("none.json"), at("units.csv")).stderr).toContain("There is no file");
  expect(run(at("units.csv")).stderr).toContain("--dry-run");
  writeFileSync(
    at("wrong.json"),
    JSON.stringify({ ...orders, entries: [{ file: "a", kind: "sale" }] }),
  );
  const wrong = run("--mapping", at("wrong.json"), at("units.csv"));
  expect(wrong.stderr).toMatch(/entries\[0\]\.kind: /);
  expect(wrong.status).toBe(1);
  writeFileSync(at("units.csv"), "name,type\nA,store\n");
  const columns = run("--mapping", at("mapping.json"), at("units.csv"));
  expect(columns.stderr).toContain('units.csv has no column "parent". Nothing was written.');
}, 60_000);
