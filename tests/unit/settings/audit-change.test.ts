import { describe, expect, it } from "vitest";
import {
  aboutInEntry,
  fieldChanges,
  idsInChanges,
  nameInEntry,
} from "@/lib/settings/domain/audit-change";

const id = "01924597-5a98-7fa0-b799-fac1b923e945";
const other = "01924597-5a98-7fa0-b799-fac1b923e946";

describe("what an entry changed", () => {
  it("is the fields that differ, without ids, versions and time stamps", () => {
    const before = { id, name: "a", sku: null, days: [6, 7], version: 1, updated_at: "x" };
    const after = { id, name: "b", sku: null, days: [7], version: 2, updated_at: "y" };
    expect(fieldChanges(before, after)).toEqual([
      { field: "name", before: "a", after: "b" },
      { field: "days", before: [6, 7], after: [7] },
    ]);
  });
  it("of a new or deleted record is every field that holds something", () => {
    const row = { id, name: "a", sku: null, active: false };
    const fields = ["name", "active"];
    expect(fieldChanges(null, row).map(({ field }) => field)).toEqual(fields);
    expect(fieldChanges(row, null).map(({ field }) => field)).toEqual(fields);
  });
  it("names the ids it holds", () => {
    const changes = fieldChanges(
      { owner_id: id, note: "x" },
      { owner_id: other, note: id.slice(1) },
    );
    expect(idsInChanges(changes)).toEqual([id, other]);
  });
});

describe("what an entry is about", () => {
  it("is the record's name now, or before it was deleted", () => {
    expect(nameInEntry({ name: "old" }, { name: "new", name_en: "New" })).toEqual({
      name: "new",
      nameEn: "New",
    });
    expect(nameInEntry({ title: "deal" }, null)).toEqual({ name: "deal", nameEn: null });
    expect(nameInEntry(null, { rate: 1 })).toBeNull();
  });
  it("is what the record refers to where it has no name", () => {
    expect(aboutInEntry(null, { unit_id: other, user_id: id, kind: "member" })).toEqual([
      id,
      other,
    ]);
  });
});
