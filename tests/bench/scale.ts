// Measures one size of company: `main.ts LINES DATA_DIRECTORY PAGES`. Started by tests/bench/main.ts,
// which prints what comes back beside the other size; alone it prints the figures as they are.
import pg from "pg";
import { freePort } from "@/lib/platform/db/embedded-process";
import { databaseUrl } from "@/scripts/steps/database";
import { runCommand } from "@/scripts/steps/run-command";
import { handleSignals, onShutdown, shutDown } from "@/scripts/steps/shutdown";
import { startWebServer } from "@/scripts/steps/web-server";
import { cookieOf } from "@/tests/bench/session";
import { type Stats, statsOf, type Times, timeInTurns } from "@/tests/bench/timing";
import { forgetConfiguration, workOn } from "@/tests/setup/own-server";
import { openCompany } from "./scale-database";
import { PASSWORD, PEOPLE } from "./scale-fill";
import { importCsv } from "./scale-import";
import { type Bulk, bulkCopy, forgetBulk, type SingleSale, singleSales } from "./scale-writes";

export type Size = { name: string; rows: number; bytes: number };
export type ScaleResult = {
  lines: number;
  sizes: Size[];
  sums: Stats;
  plain: Stats;
  single: SingleSale;
  bulk: Bulk & { imported: number };
  pages: Times[];
};

const [lines = "1000000", folder = ".data", withPages = "pages"] = process.argv.slice(2);

/** Sales figures of the admin's dashboard from the sums, and the same from the lines; they must be equal. */
async function figures(): Promise<{ sums: Stats; plain: Stats }> {
  const { scopeOf } = await import("@/lib/platform/scope");
  const { system } = await import("@/lib/platform/db/access");
  const { dashboardSales } = await import("./scale-questions");
  const admin = await system("bench", (tx) =>
    tx.user.findFirstOrThrow({ where: { email: PEOPLE.admin.email } }),
  );
  const scope = await scopeOf(admin.id);
  if (!scope) throw new Error("The bench's admin is not active.");
  const timed = async (rounds: number, fromLines: boolean) => {
    const samples: number[] = [];
    let rows: string[] = [];
    for (let round = -2; round < rounds; round++) {
      const answer = await dashboardSales(scope, fromLines);
      if (round >= 0) samples.push(answer.milliseconds);
      rows = answer.rows;
    }
    return { stats: statsOf(samples), rows: rows.join("\n") };
  };
  const sums = await timed(40, false);
  const plain = await timed(3, true);
  if (sums.rows !== plain.rows) throw new Error("The sums and the lines give different figures.");
  return { sums: sums.stats, plain: plain.stats };
}

async function sizes(client: pg.Client): Promise<Size[]> {
  const { rows } = await client.query<Size>(
    `select p.relname as name, sum(c.reltuples)::float8 as rows, sum(pg_total_relation_size(c.oid))::float8 as bytes
     from pg_class p join pg_inherits i on i.inhparent = p.oid join pg_class c on c.oid = i.inhrelid
     where p.relname = 'sale' group by 1
     union all select relname, reltuples, pg_total_relation_size(oid)::float8 from pg_class
     where relname like 'sale\\_rollup\\_%' and relkind = 'r' or relname in ('sale_key', 'customer_first_sale')`,
  );
  return rows;
}

/** The pages to the last byte, from the production build: no result is cached anywhere. */
async function pages(): Promise<Times[]> {
  const port = await freePort();
  workOn(databaseUrl(), port);
  const { address } = await startWebServer("start", { PORT: port, HOST: "127.0.0.1" });
  const asked = [{ name: "hello (sign-in)", address: `${address}/sign-in`, cookie: "" }];
  for (const [role, { email }] of Object.entries(PEOPLE)) {
    const cookie = await cookieOf(address, { email, password: PASSWORD });
    asked.push({ name: `dashboard, ${role}`, address: `${address}/dashboard`, cookie });
  }
  return timeInTurns(asked);
}

runCommand(async () => {
  handleSignals(130);
  forgetConfiguration();
  const database = await openCompany(folder, Number(lines));
  onShutdown(() => database.close());
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const shown = withPages === "pages" ? await pages() : [];
  const say = (what: string) => console.log(`  ${lines} lines: ${what}`);
  say("figures");
  const compared = await figures();
  say("single sales");
  const single = await singleSales(client);
  say("bulk copies");
  const bulk = await bulkCopy(client);
  say("import");
  const imported = await importCsv(bulk.csv);
  await forgetBulk(client);
  const result: ScaleResult = {
    lines: Number(lines),
    sizes: await sizes(client),
    ...compared,
    single,
    bulk: { ...bulk, imported },
    pages: shown,
  };
  await client.end();
  await (await import("@/lib/platform/db/client")).disconnect();
  if (process.send) process.send(result);
  else console.dir(result, { depth: 5 });
  await shutDown();
  process.exit(0);
});
