import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type EmbeddedDatabase, openEmbedded } from "@/lib/platform/db/embedded";
import { answers, recordedServer } from "@/lib/platform/db/embedded-process";
import { queryAt } from "@/tests/setup/database";

let dataDir: string;
let open: EmbeddedDatabase[] = [];

async function start(): Promise<EmbeddedDatabase> {
  const database = await openEmbedded(dataDir);
  open.push(database);
  return database;
}

function cluster(): string {
  return JSON.parse(readFileSync(join(dataDir, "postgres.json"), "utf8")).folder;
}

function serverPid(): number {
  return recordedServer(cluster())?.pid ?? 0;
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !condition(); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(condition()).toBe(true);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process killed but not yet collected by its parent is gone for this purpose.
    return (
      !existsSync(`/proc/${pid}/stat`) ||
      !readFileSync(`/proc/${pid}/stat`, "utf8").includes(") Z ")
    );
  } catch {
    return false;
  }
}

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), "closeloop data 数据-"));
  chmodSync(dataDir, 0o755);
  open = [];
});

afterEach(async () => {
  for (const database of open.reverse()) await database.close();
  rmSync(dataDir, { recursive: true, force: true });
});

describe("embedded PostgreSQL", { timeout: 90_000 }, () => {
  it("starts in a folder with spaces and Chinese characters and keeps its data", async () => {
    const first = await start();
    await queryAt(first.url, "create table kept as select 42 as answer");
    await first.close();
    expect(await answers(first.url)).toBe(false);
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await queryAt(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
  });

  it("is PostgreSQL 18 in UTF-8 with the built-in locale, on the loopback interface only", async () => {
    const { url } = await start();
    const [row] = await queryAt(
      url,
      `select current_setting('server_version_num')::int / 10000 as version,
              current_setting('listen_addresses') as addresses,
              current_setting('unix_socket_directories') as sockets,
              pg_encoding_to_char(encoding) as encoding, datlocprovider::text as provider, datlocale as locale
         from pg_database where datname = current_database()`,
    );
    const place = { addresses: "127.0.0.1", sockets: "" };
    const locale = { encoding: "UTF8", provider: "b", locale: "C.UTF-8" };
    expect(row).toEqual({ version: 18, ...place, ...locale });
  });

  it("keeps its password to the owner of the files and asks for it", async () => {
    const { url } = await start();
    expect(statSync(join(dataDir, "postgres.json")).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = "wrong";
    expect(await answers(wrong.href)).toBe(false);
  });

  it("is shared by several processes and stops with the last", async () => {
    const first = await start();
    const second = await start();
    expect(second.url).toBe(first.url);
    await first.close();
    expect(await answers(second.url)).toBe(true);
    await second.close();
    expect(await answers(second.url)).toBe(false);
  });

  it("recovers after the server was killed, and takes over one that was left running", async () => {
    const first = await start();
    await queryAt(first.url, "create table kept as select 42 as answer");
    const killed = serverPid();
    process.kill(killed, "SIGKILL");
    await until(() => !isAlive(killed));
    const second = await start();
    expect(await queryAt(second.url, "select answer from kept")).toEqual([{ answer: 42 }]);
    const left = serverPid();
    const third = await start();
    expect(serverPid()).toBe(left);
    expect(third.url).toBe(second.url);
  });

  it("starts although the recorded process id now belongs to something else", async () => {
    const first = await start();
    await first.close();
    const record = join(cluster(), "postmaster.pid");
    writeFileSync(record, `${process.pid}\n${cluster()}\n0\n1\n\n127.0.0.1\n`);
    const second = await start();
    expect(await answers(second.url)).toBe(true);
  });

  it("is one and the same when several start at once on an empty folder", async () => {
    const started = await Promise.all([start(), start(), start()]);
    expect(new Set(started.map(({ url }) => url)).size).toBe(1);
    expect(await answers(started[0].url)).toBe(true);
  });
});
