import { beforeAll, describe, expect, it } from "vitest";
import { read, type Tx, write } from "@/lib/platform/db/access";
import { type Company, createCompany, scopeFor } from "@/tests/setup/company";
import { query } from "@/tests/setup/database";
import { createRecords, insertRow, type Records } from "@/tests/setup/records";

// What row security refuses although the reader sees the row, each with a twin that may.

let company: Company;
let records: Records;
beforeAll(async () => {
  company = await createCompany();
  records = await createRecords(company);
});

const as = async <T>(person: keyof Company["user"], work: (tx: Tx) => Promise<T>) =>
  write(await scopeFor(company.user[person]), work);

describe("lines of a deal of a unit that has left the manager's subtree", () => {
  const line = () => records.of.Ray.line;
  beforeAll(async () => {
    await query("UPDATE unit_edge SET valid_to = '2026-03-01' WHERE unit_id = $1", [
      company.unit.E2,
    ]);
    await insertRow("unit_edge", {
      unit_id: company.unit.E2,
      parent_id: company.unit.West,
      valid_from: "2026-03-01",
    });
  });

  it("are read by the former manager, neither deleted nor moved to another deal", async () => {
    const seen = await as("Mia", (tx) => tx.dealLine.count({ where: { id: line() } }));
    expect(seen).toBe(1);
    const deleted = await as("Mia", (tx) => tx.dealLine.deleteMany({ where: { id: line() } }));
    expect(deleted.count).toBe(0);
    const dealId = records.of.Rae.deal;
    const taken = await as("Mia", (tx) =>
      tx.dealLine.updateMany({ where: { id: line() }, data: { dealId } }),
    );
    expect(taken.count).toBe(0);
  });

  it("twin: the present manager and the owner change them", async () => {
    for (const person of ["Max", "Ray"] as const) {
      const changed = await as(person, (tx) =>
        tx.dealLine.updateMany({ where: { id: line() }, data: { quantity: 2 } }),
      );
      expect(changed.count).toBe(1);
    }
    const deleted = await as("Max", (tx) => tx.dealLine.deleteMany({ where: { id: line() } }));
    expect(deleted.count).toBe(1);
  });
});

describe("the history of a target", () => {
  it("shows its rep nothing of the time it was a draft; twin: the manager sees all", async () => {
    const id = await insertRow("target", {
      kpi: "win_rate",
      period_from: "2026-01-01",
      period_to: "2026-04-01",
      unit_id: company.unit.E1,
      user_id: company.user.Rae,
      target: 0.9,
    });
    await query("UPDATE target SET target = 0.5, status = 'published', version = 2 WHERE id = $1", [
      id,
    ]);
    const history = async (person: "Rae" | "Mia" | "Ada") =>
      read(await scopeFor(company.user[person]), (tx) =>
        tx.targetRevision.findMany({
          where: { targetId: id },
          select: { version: true },
          orderBy: { version: "asc" },
        }),
      );
    expect(await history("Rae")).toEqual([{ version: 2 }]);
    expect(await history("Mia")).toEqual([{ version: 1 }, { version: 2 }]);
    expect(await history("Ada")).toEqual([{ version: 1 }, { version: 2 }]);
  });
});

describe("the audit log", () => {
  it("is not diverted by a temporary table of the same name", async () => {
    const deal = records.of.Rae.deal;
    await as("Rae", async (tx) => {
      await tx.$executeRaw`CREATE TEMPORARY TABLE audit_entry (LIKE public.audit_entry INCLUDING DEFAULTS) ON COMMIT DROP`;
      await tx.$executeRaw`GRANT ALL ON pg_temp.audit_entry TO closeloop_system`;
      await tx.deal.update({ where: { id: deal }, data: { title: "Renamed" } });
    });
    const found = await query(
      "SELECT after->>'title' AS title FROM audit_entry WHERE row_id = $1 AND action = 'update'",
      [deal],
    );
    expect(found).toEqual([{ title: "Renamed" }]);
  });

  it("every function that runs with the system's rights looks into temporary tables last", async () => {
    const open = await query(
      `SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef
        AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=public, pg_temp']`,
    );
    expect(open).toEqual([]);
  });
});
