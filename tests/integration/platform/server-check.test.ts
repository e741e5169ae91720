import { createServer, type Server } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { checkServer } from "@/scripts/steps/server-check";
import { databaseUrl } from "@/tests/setup/database";

let fake: Server | undefined;
afterEach(() => fake?.close());

function changed(change: (url: URL) => void): string {
  const url = new URL(databaseUrl());
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
    expect(await checkServer(databaseUrl(), "DATABASE_URL")).toMatch(/^\d\d/);
    const fourteen = await serverOfVersion("140000", "14.0");
    expect(await checkServer(fourteen, "DATABASE_URL")).toBe("14.0");
  });

  it("refuses PostgreSQL older than 14", async () => {
    const old = await serverOfVersion("130022", "13.22");
    await expect(checkServer(old, "DATABASE_URL")).rejects.toThrow(
      "DATABASE_URL leads to PostgreSQL 13.22, which is too old. Closeloop needs PostgreSQL 14 or later.",
    );
  });

  it.each([
    ["nothing listens", changed((url) => (url.port = "1")), "nothing answers at 127.0.0.1:1"],
    [
      "the host is unknown",
      changed((url) => (url.hostname = "no-such-host.invalid")),
      "no host named",
    ],
    [
      "the password is wrong",
      changed((url) => (url.password = "topsecret")),
      "does not accept the user",
    ],
    [
      "the database is missing",
      changed((url) => (url.pathname = "/missing")),
      'no database "missing"',
    ],
  ])("says it plainly when %s, without the password", async (_, url, text) => {
    const failure = await checkServer(url, "DATABASE_URL").catch((error: Error) => error);
    expect(String(failure)).toContain(text);
    expect(String(failure)).not.toContain(new URL(url).password);
  });
});
