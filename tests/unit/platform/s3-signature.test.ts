import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { EMPTY_PAYLOAD, signedHeaders } from "@/lib/platform/s3-signature";

// The four examples of "Signature Calculations for the Authorization Header" in the S3 reference.
const ACCESS = {
  region: "us-east-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};
const AT = new Date("2013-05-24T00:00:00Z");
const HOST = "https://examplebucket.s3.amazonaws.com";
const WELCOME = createHash("sha256").update("Welcome to Amazon S3.").digest("hex");

function signatureOf(
  method: "GET" | "PUT",
  path: string,
  headers: Record<string, string> = {},
  payload = EMPTY_PAYLOAD,
) {
  const signed = signedHeaders({ method, url: new URL(HOST + path), headers, payload }, ACCESS, AT);
  return /SignedHeaders=(.+),Signature=(.+)$/.exec(signed.authorization ?? "")?.slice(1);
}

describe("the signature of a request", () => {
  it("to get an object", () => {
    expect(signatureOf("GET", "/test.txt", { range: "bytes=0-9" })).toEqual([
      "host;range;x-amz-content-sha256;x-amz-date",
      "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41",
    ]);
  });

  it("to put an object, with a name to be encoded", () => {
    const headers = {
      date: "Fri, 24 May 2013 00:00:00 GMT",
      "x-amz-storage-class": "REDUCED_REDUNDANCY",
    };
    expect(signatureOf("PUT", "/test$file.text", headers, WELCOME)).toEqual([
      "date;host;x-amz-content-sha256;x-amz-date;x-amz-storage-class",
      "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd",
    ]);
  });

  it("with a parameter without a value, and with two parameters", () => {
    expect(signatureOf("GET", "/?lifecycle")?.[1]).toBe(
      "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
    );
    expect(signatureOf("GET", "/?max-keys=2&prefix=J")?.[1]).toBe(
      "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7",
    );
  });
});
