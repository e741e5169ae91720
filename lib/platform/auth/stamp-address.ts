import "server-only";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import { env } from "@/lib/platform/env";
import { ADDRESS_HEADER } from "./client-address";
import { PATH_HEADER } from "./next-path";

/**
 * The address of the client, given the connection's own address and X-Forwarded-For. Each trusted
 * proxy appends one entry, so with n of them the n-th from the right is what they saw; anything
 * before it was written by the client and proves nothing. With none the header is ignored.
 */
export function addressBehind(
  socketAddress: string,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return socketAddress;
  const hops = (forwardedFor ?? "")
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  return hops.at(-Math.min(trustedProxies, hops.length)) ?? socketAddress;
}

/** Writes the client's address into every request before Next.js sees it, over whatever the client sent. */
export function stampClientAddresses(): void {
  const trusted = env().TRUSTED_PROXIES ?? 0;
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = request.headers["x-forwarded-for"];
    const list = Array.isArray(forwarded) ? forwarded.join(",") : forwarded;
    request.headers[ADDRESS_HEADER] = addressBehind(
      request.socket.remoteAddress ?? "unknown",
      list,
      trusted,
    );
    delete request.headers[PATH_HEADER];
  });
}
