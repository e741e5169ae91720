import { readFileSync } from "node:fs";
import pg from "pg";

/** Counts what answers cost in processor time, which other work on the machine does not change. */
export type Processor = { used(): Promise<number | null> };

/** Of this process and of the connections to the database at `url`; null where the system does not say. */
export async function watchProcessor(url: string): Promise<Processor> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    async used() {
      const { rows } = await client.query<{ pid: number }>(
        "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
      );
      const { user, system } = process.cpuUsage();
      try {
        const ran = rows.map(({ pid }) => readFileSync(`/proc/${pid}/schedstat`, "utf8"));
        const nanoseconds = ran.reduce((sum, text) => sum + Number(text.split(" ")[0]), 0);
        return (user + system) / 1e3 + nanoseconds / 1e6;
      } catch {
        return null;
      }
    },
  };
}
