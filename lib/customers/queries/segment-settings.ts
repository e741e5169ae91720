import "server-only";
import { read } from "@/lib/platform/db/access";
import type { Scope } from "@/lib/platform/scope";
import { segments } from "../data/segments";

/** Every segment with the number of customers in it. */
export function segmentSettings(scope: Scope) {
  return read(scope, segments);
}
