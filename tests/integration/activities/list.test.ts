import { beforeAll, expect, it } from "vitest";
import { activityFilterSchema } from "@/lib/activities/schema";
import { listActivities } from "@/lib/activities/sql/list-activities";
import { read } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { insertRow } from "@/tests/setup/records";

let company: Company;
const PLACES = { Rae: "E1", Ray: "E2", Wes: "W1" } as const;

beforeAll(async () => {
  company = await createCompany();
  for (const [rep, place] of Object.entries(PLACES) as ["Rae", "E1"][])
    await insertRow("activity", {
      ...{ kind: "call", day: "2026-03-01", subject: rep },
      ...{ owner_id: company.user[rep], unit_id: company.unit[place] },
    });
});

it.each([
  ["East", undefined, ["Rae", "Ray"]],
  ["East", "1", []],
  ["E1", undefined, ["Rae"]],
  ["E1", "1", ["Rae"]],
] as const)(
  "regression: follow-ups of %s (directly: %s) are those of %j",
  async (unit, direct, reps) => {
    const asked = activityFilterSchema.parse({ unit: company.unit[unit], direct });
    const scope = await scopeFor(company.user.Ada);
    const rows = await read(scope, (tx) => listActivities(tx, asked));
    expect(rows.map(({ subject }) => subject).sort()).toEqual(reps);
  },
);
