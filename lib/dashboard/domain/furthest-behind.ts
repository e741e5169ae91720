import type { Named } from "@/lib/shared/named";
import type { MemberView } from "./dashboard-view";

/** Members whose actual is furthest below what they should have reached by now, at most `count`. */
export function furthestBehind(members: readonly MemberView[], count: number): Named[] {
  return members
    .flatMap(({ name, standing: { actual, expected } }) =>
      name === null || actual === null || expected === null || actual >= expected
        ? []
        : [{ name, missing: expected - actual }],
    )
    .sort((a, b) => b.missing - a.missing)
    .slice(0, count)
    .map(({ name }) => name);
}
