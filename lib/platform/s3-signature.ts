import { createHash, createHmac } from "node:crypto";

// AWS Signature Version 4, as S3-compatible stores check it:
// https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html

export type S3Access = { region: string; accessKeyId: string; secretAccessKey: string };

export type S3Request = {
  method: "GET" | "PUT" | "DELETE";
  url: URL;
  /** Further headers to sign, names in small letters. */
  headers?: Record<string, string>;
  /** SHA-256 of the body in hex, or UNSIGNED-PAYLOAD. */
  payload: string;
};

export const EMPTY_PAYLOAD = createHash("sha256").update("").digest("hex");

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
const hmac = (key: string | Buffer, text: string) =>
  createHmac("sha256", key).update(text).digest();

/** Percent-encoding by RFC 3986, which is stricter than encodeURIComponent. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join("&");
}

/** All headers to send with the request, `authorization` among them; `at` is the time of sending. */
export function signedHeaders(
  { method, url, headers = {}, payload }: S3Request,
  access: S3Access,
  at: Date,
): Record<string, string> {
  const time = at.toISOString().replace(/[-:]|\.\d{3}/g, "");
  const day = time.slice(0, 8);
  const sent: Record<string, string> = {
    ...headers,
    host: url.host,
    "x-amz-content-sha256": payload,
    "x-amz-date": time,
  };
  const names = Object.keys(sent).sort();
  const path = url.pathname.split("/").map((part) => encoded(decodeURIComponent(part)));
  const canonical = [
    method,
    path.join("/"),
    canonicalQuery(url),
    ...names.map((name) => `${name}:${sent[name]?.trim()}`),
    "",
    names.join(";"),
    payload,
  ].join("\n");
  const reach = `${day}/${access.region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", time, reach, sha256(canonical)].join("\n");
  const key = ["s3", "aws4_request"].reduce<Buffer>(
    (so, part) => hmac(so, part),
    hmac(hmac(`AWS4${access.secretAccessKey}`, day), access.region),
  );
  const signature = hmac(key, toSign).toString("hex");
  const credential = `${access.accessKeyId}/${reach}`;
  return {
    ...sent,
    authorization: `AWS4-HMAC-SHA256 Credential=${credential},SignedHeaders=${names.join(";")},Signature=${signature}`,
  };
}
