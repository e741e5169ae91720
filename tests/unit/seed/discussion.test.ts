import { expect, it } from "vitest";
import { addDays } from "@/lib/shared/business-date";
import { buildDemo } from "@/prisma/seed/build";
import { discussionRows } from "@/prisma/seed/discussion";
import { AS_OF } from "./figures";

it.each([0, 31, 92, 151])("is talked about without a record twice, %d days on", (later) => {
  const { world, deals } = buildDemo(addDays(AS_OF, later));
  const { comment, follow } = discussionRows(world, deals, { note: "n", voice: "v" });
  expect(comment.length).toBeGreaterThan(0);
  const keys = follow.map((row) => `${row.user_id} ${row.subject_kind} ${row.subject_id}`);
  expect(new Set(keys).size).toBe(keys.length);
});
