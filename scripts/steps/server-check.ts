import pg from "pg";
import { PlainFailure } from "../progress.mjs";

const OLDEST = 140_000;

/**
 * Connects once and reads the version.
 * @param name the variable the address came from, for the message
 * @returns the version as PostgreSQL prints it
 * @throws PlainFailure in plain sentences, without the password
 */
export async function checkServer(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ number: number; version: string }>(
      "select current_setting('server_version_num')::int as number, current_setting('server_version') as version",
    );
    const version = rows[0]?.version ?? "";
    if ((rows[0]?.number ?? 0) >= OLDEST) return version;
    throw new PlainFailure(
      `${name} leads to PostgreSQL ${version}, which is too old. Closeloop needs PostgreSQL 14 or later.`,
    );
  } catch (error) {
    throw error instanceof PlainFailure ? error : new PlainFailure(explain(error, url, name));
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The error and those it was caused by or bundles (several addresses of one host were tried). */
function codeOf(error: unknown): string | undefined {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return (error as { code?: string }).code;
}

function explain(error: unknown, url: string, name: string): string {
  const { hostname, port, pathname, username } = new URL(url);
  const place = `${hostname}:${port || 5432}`;
  switch (codeOf(error)) {
    case "ECONNREFUSED":
      return `${name} cannot be reached: nothing answers at ${place}. Is PostgreSQL running there?`;
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `${name} cannot be reached: there is no host named ${hostname}.`;
    case "28P01":
    case "28000":
      return `${name} was refused: PostgreSQL at ${place} does not accept the user "${username}" with this password.`;
    case "3D000":
      return `${name} was refused: there is no database "${pathname.slice(1)}" at ${place}. Please create it first.`;
    default: {
      const reason = error instanceof Error ? error.message : String(error);
      return `${name} cannot be reached: PostgreSQL at ${place} did not answer properly (${reason}).`;
    }
  }
}
