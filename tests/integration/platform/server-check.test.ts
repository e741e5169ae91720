import { createServer, type Server } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openThrowaway, type ThrowawayServer } from "@/lib/platform/db/embedded-throwaway";
import { checkServer } from "@/scripts/steps/server-check";

// A server of its own: one given by TEST_DATABASE_URL may let in everybody.
let real: ThrowawayServer;
let fake: Server | undefined;
beforeAll(async () => {
  real = await openThrowaway();
});
afterAll(() => real.close());
afterEach(() => fake?.close());

function changed(change: (url: URL) => void): string {
  const url = new URL(real.url("postgres"));
  change(url);
  return url.href;
}

/** One message of PostgreSQL's protocol: type, length, body. */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(type), length, body]);
}

function column(name: string, type: number): Buffer {
  const rest = Buffer.alloc(18);
  rest.writeInt32BE(type, 6);
  return Buffer.concat([Buffer.from(`${name}\0`), rest]);
}

function value(text: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(text.length);
  return Buffer.concat([length, Buffer.from(text)]);
}

const TWO = Buffer.from([0, 2]);
const READY = message("Z", Buffer.from("I"));

/** Answers every query with one row (number, version), as a server of that version would. */
async function serverOfVersion(number: string, version: string): Promise<string> {
  const answer = Buffer.concat([
    message("T", Buffer.concat([TWO, column("number", 23), column("version", 25)])),
    message("D", Buffer.concat([TWO, value(number), value(version)])),
    message("C", Buffer.from("SELECT 1\0")),
    READY,
  ]);
  const server = createServer((socket) => {
    socket.once("data", () => {
      socket.write(Buffer.concat([message("R", Buffer.alloc(4)), READY]));
      socket.on("data", (data) => data[0] === "Q".charCodeAt(0) && socket.write(answer));
    });
    socket.on("error", () => undefined);
  });
  fake = server;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `postgresql://u:p@127.0.0.1:${typeof address === "object" ? address?.port : 0}/x`;
}

describe("checkServer", () => {
  it("returns the version of a server that will do", async () => {
    expect(await checkServer(real.url("postgres"), "DATABASE_URL")).toMatch(/^18/);
    const fourteen = await serverOfVersion("140000", "14.0");
    expect(await checkServer(fourteen, "DATABASE_URL")).toBe("14.0");
  });

  it("refuses PostgreSQL older than 14", async () => {
    const old = await serverOfVersion("130022", "13.22");
    await expect(checkServer(old, "DATABASE_URL")).rejects.toThrow(
      "DATABASE_URL leads to PostgreSQL 13.22, which is too old. Closeloop needs PostgreSQL 14 or later.",
    );
  });

  it.each<[string, (url: URL) => void, string]>([
    [
      "nothing listens",
      (url) => Object.assign(url, { port: "1" }),
      "nothing answers at 127.0.0.1:1",
    ],
    [
      "the host is unknown",
      (url) => Object.assign(url, { hostname: "none.invalid" }),
      "no host named",
    ],
    [
      "the password is wrong",
      (url) => Object.assign(url, { password: "topsecret" }),
      "does not accept",
    ],
    [
      "the database is missing",
      (url) => Object.assign(url, { pathname: "/none" }),
      'no database "none"',
    ],
  ])("says it plainly when %s, without the password", async (_, change, text) => {
    const url = changed(change);
    const failure = await checkServer(url, "DATABASE_URL").catch((error: Error) => error);
    expect(String(failure)).toContain(text);
    expect(String(failure)).not.toContain(new URL(url).password);
  });
});
