import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { type S3Access, signedHeaders } from "@/lib/platform/s3-signature";

/** Was the request signed with these keys, over the headers it says? */
function isSigned(request: IncomingMessage, access: S3Access): boolean {
  const { headers } = request;
  const names = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
  const stamp = String(headers["x-amz-date"]).replace(
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/,
    "$1-$2-$3T$4:$5:$6Z",
  );
  const expected = signedHeaders(
    {
      method: request.method as "GET",
      url: new URL(request.url ?? "", `http://${headers.host}`),
      headers: Object.fromEntries(names.map((name) => [name, String(headers[name])])),
      payload: String(headers["x-amz-content-sha256"]),
    },
    access,
    new Date(stamp),
  );
  return expected.authorization === headers.authorization;
}

/** A small server of the S3 protocol on this machine: keeps objects, refuses what is not well signed. */
export async function objectStoreServer(access: S3Access) {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const path = request.url ?? "";
    if (!isSigned(request, access)) return response.writeHead(403).end();
    if (request.method === "PUT") {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const body = Buffer.concat(parts);
      if (body.length !== Number(request.headers["content-length"]))
        return response.writeHead(400).end();
      objects.set(path, body);
      return response.writeHead(200).end();
    }
    if (request.method === "DELETE") {
      objects.delete(path);
      return response.writeHead(204).end();
    }
    const found = objects.get(path);
    return found ? response.writeHead(200).end(found) : response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const close = () => new Promise((resolve) => server.close(resolve));
  return { objects, endpoint: `http://127.0.0.1:${port}`, close };
}
