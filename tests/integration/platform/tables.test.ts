import { beforeAll, describe, expect, it } from "vitest";
import { createDatabase, queryAt } from "@/tests/setup/database";

/** The role of everybody who signs in. */
const APP = "closeloop_app";

/** Names of tables (r, p), views (v) and materialised views (m) that `condition` is true of. */
function relations(url: string, kinds: string, condition: string): Promise<{ name: string }[]> {
  return queryAt(
    url,
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind = any (string_to_array('${kinds}', ','))
       and (${condition}) order by 1`,
  );
}

const MAY_TOUCH = `has_table_privilege('${APP}', c.oid, 'select, insert, update, delete, truncate')
  or has_any_column_privilege('${APP}', c.oid, 'select, insert, update')`;
const GUARDED = `c.relrowsecurity and c.relforcerowsecurity
  and exists (select from pg_policy p where p.polrelid = c.oid)`;

/** Foreign keys whose columns do not lead an index of all rows, as `table (columns)`. */
function unindexedKeys(url: string): Promise<{ key: string }[]> {
  return queryAt(
    url,
    `select f.conrelid::regclass || ' (' || (
       select string_agg(a.attname, ', ') from pg_attribute a
       where a.attrelid = f.conrelid and a.attnum = any (f.conkey)) || ')' as key
     from pg_constraint f
     where f.contype = 'f' and f.connamespace = 'public'::regnamespace and not exists (
       select from pg_index i
       where i.indrelid = f.conrelid and i.indpred is null
         and (i.indkey::int2[])[0:cardinality(f.conkey) - 1] @> f.conkey)
     order by 1`,
  );
}

describe("tables", () => {
  let url: string;
  beforeAll(async () => {
    url = await createDatabase();
  });

  it("are guarded by row security, forced and with a policy, or out of the application's reach", async () => {
    expect(await relations(url, "r,p", `(${MAY_TOUCH}) and not (${GUARDED})`)).toEqual([]);
  });

  it("are not passed by through a view: each runs with the rights of who asks", async () => {
    const passing = `(${MAY_TOUCH}) and not coalesce(c.reloptions @> '{security_invoker=true}', false)`;
    expect(await relations(url, "v,m", passing)).toEqual([]);
  });

  it("have an index for every foreign key", async () => {
    expect(await unindexedKeys(url)).toEqual([]);
  });

  it("would be seen unguarded or without an index", async () => {
    const other = await createDatabase();
    await queryAt(
      other,
      `create table loose (id int primary key, unit_id uuid references unit (id));
       grant select on loose to ${APP};
       create view loose_view as select * from deal; grant select on loose_view to ${APP}`,
    );
    const found = await relations(other, "r,p", `(${MAY_TOUCH}) and not (${GUARDED})`);
    expect(found).toContainEqual({ name: "loose" });
    const views = await relations(other, "v,m", `c.reloptions is null and (${MAY_TOUCH})`);
    expect(views).toContainEqual({ name: "loose_view" });
    expect(await unindexedKeys(other)).toContainEqual({ key: "loose (unit_id)" });
  });
});
