import "server-only";
import { request as http, type IncomingMessage } from "node:http";
import { request as https } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/platform/env";
import { EMPTY_PAYLOAD, type S3Request, signedHeaders } from "./s3-signature";

/** Where large content is kept outside the database. */
export type ObjectStore = {
  /** Keeps `size` bytes; the pieces are sent one by one and never held together. */
  put(key: string, size: number, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  /** The content as a stream. */
  get(key: string): Promise<ReadableStream<Uint8Array>>;
  /** Also succeeds where there is nothing. */
  remove(key: string): Promise<void>;
};

export type S3Settings = {
  endpoint: string;
  region: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
};

/** Milliseconds without any answer after which a store counts as gone. */
const PATIENCE = 30_000;

async function send(
  settings: S3Settings,
  method: S3Request["method"],
  key: string,
  body?: { size: number; pieces: AsyncIterable<Uint8Array> },
): Promise<IncomingMessage> {
  const url = new URL(`${settings.endpoint.replace(/\/$/, "")}/${settings.bucket}/${key}`);
  const payload = body ? "UNSIGNED-PAYLOAD" : EMPTY_PAYLOAD;
  const length = body ? { "content-length": String(body.size) } : undefined;
  const headers = signedHeaders({ method, url, payload, headers: length }, settings, new Date());
  const outgoing = (url.protocol === "https:" ? https : http)(url, { method, headers });
  outgoing.setTimeout(PATIENCE, () => outgoing.destroy(new Error("the store does not answer")));
  const answer = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once("response", resolve).once("error", reject);
  });
  if (body) await Promise.all([pipeline(Readable.from(body.pieces), outgoing), answer]);
  else outgoing.end();
  return answer;
}

async function drained(answer: IncomingMessage, expected: readonly number[]): Promise<void> {
  answer.resume();
  if (!expected.includes(answer.statusCode ?? 0))
    throw new Error(`the store answered ${answer.statusCode}`);
}

/** A store that speaks the S3 protocol, addressed by path: endpoint/bucket/key. */
export function s3Store(settings: S3Settings): ObjectStore {
  return {
    async put(key, size, pieces) {
      await drained(await send(settings, "PUT", key, { size, pieces }), [200, 201, 204]);
    },
    async get(key) {
      const answer = await send(settings, "GET", key);
      if (answer.statusCode !== 200) await drained(answer, [200]);
      return Readable.toWeb(answer) as ReadableStream<Uint8Array>;
    },
    async remove(key) {
      await drained(await send(settings, "DELETE", key), [200, 204, 404]);
    },
  };
}

/** The configured store, or null where files stay in the database. */
export function objectStore(): ObjectStore | null {
  const { S3_ENDPOINT, S3_REGION, S3_BUCKET, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = env();
  if (!S3_ENDPOINT || !S3_BUCKET || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return null;
  return s3Store({
    endpoint: S3_ENDPOINT,
    region: S3_REGION,
    bucket: S3_BUCKET,
    accessKeyId: S3_ACCESS_KEY_ID,
    secretAccessKey: S3_SECRET_ACCESS_KEY,
  });
}
