import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/platform/env";
import { PrismaClient } from "./generated/client";

declare global {
  var closeloopClients: Map<string, PrismaClient> | undefined;
}

/** One pool per address; survives hot reload in development. */
function clientFor(url: string): PrismaClient {
  globalThis.closeloopClients ??= new Map();
  const clients = globalThis.closeloopClients;
  const client =
    clients.get(url) ??
    new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) });
  clients.set(url, client);
  return client;
}

function primaryUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set; `npm start` and `npm run dev` set it.");
  return url;
}

export function primary(): PrismaClient {
  return clientFor(primaryUrl());
}

/** The streaming replica where one is configured, else the primary. */
export function replica(): PrismaClient {
  return clientFor(env().DATABASE_READ_URL ?? primaryUrl());
}

export async function disconnect(): Promise<void> {
  const clients = [...(globalThis.closeloopClients?.values() ?? [])];
  globalThis.closeloopClients?.clear();
  await Promise.all(clients.map((client) => client.$disconnect()));
}
