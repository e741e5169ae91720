import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import NextAuth, { type AuthOptions } from "next-auth";

/** Serves the product's own sign-in routes by HTTP, without the rest of the product. */
export async function startSignInServer(options: () => AuthOptions) {
  const server = createServer((request, response) => {
    serve(options(), request, response).catch((error) => {
      response.statusCode = 500;
      response.end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, close: () => server.close() };
}

async function serve(options: AuthOptions, request: IncomingMessage, response: ServerResponse) {
  const url = new URL(request.url ?? "/", "http://localhost");
  if (!url.pathname.startsWith("/api/auth/")) return void response.end("a page of the product");
  const cookies = (request.headers.cookie ?? "").split("; ").filter(Boolean);
  const body = new URLSearchParams(await text(request));
  const nextauth = url.pathname.slice("/api/auth/".length).split("/");
  const forNext = Object.assign(request, {
    query: { ...Object.fromEntries(url.searchParams), nextauth },
    body: Object.fromEntries(body),
    cookies: Object.fromEntries(
      cookies.map((pair) => {
        const [name = "", ...value] = pair.split("=");
        return [name, decodeURIComponent(value.join("="))];
      }),
    ),
  });
  const answer = Object.assign(response, {
    status: (code: number) => Object.assign(response, { statusCode: code }),
    json: (value: unknown) => response.end(JSON.stringify(value)),
    send: (value: unknown) =>
      response.end(typeof value === "string" ? value : JSON.stringify(value)),
  });
  await NextAuth(forNext as never, answer as never, options);
}
