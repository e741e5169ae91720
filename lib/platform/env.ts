import { z } from "zod";

/** An unset variable and an empty one (`NAME=` in a .env file) mean the same. */
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());

const withDefault = <T extends z.ZodType>(schema: T, fallback: string) =>
  z.preprocess((value) => (value === "" || value === undefined ? fallback : value), schema);

const databaseUrl = z.url({ protocol: /^postgres(ql)?$/, error: "must start with postgresql://" });
const webUrl = z.url({ protocol: /^https?$/, error: "must start with http:// or https://" });
const port = z.coerce.number({ error: "must be a port number" }).int().min(1).max(65535);
const proxies = z.coerce.number({ error: "must be a number of proxies" }).int().min(0).max(9);
const megabytes = z.coerce.number({ error: "must be a number of MB" }).int().min(1).max(200);

/** Every variable the product reads, in the order of .env.example (a test keeps both lists equal). */
export const envSchema = z.object({
  DATABASE_URL: optional(databaseUrl),
  DATABASE_READ_URL: optional(databaseUrl),
  PORT: withDefault(port, "3000"),
  HOST: withDefault(z.string(), "127.0.0.1"),
  CLOSELOOP_DATA_DIR: withDefault(z.string(), ".data"),
  NEXTAUTH_URL: optional(webUrl),
  NEXTAUTH_SECRET: optional(z.string().min(32, { error: "must have at least 32 characters" })),
  OIDC_ISSUER: optional(webUrl),
  OIDC_CLIENT_ID: optional(z.string()),
  OIDC_CLIENT_SECRET: optional(z.string()),
  OIDC_NAME: optional(z.string()),
  TRUSTED_PROXIES: optional(proxies),
  ATTACHMENT_MAX_MB: withDefault(megabytes, "20"),
  S3_ENDPOINT: optional(webUrl),
  S3_REGION: withDefault(z.string(), "us-east-1"),
  S3_BUCKET: optional(
    z.string().regex(/^[a-z0-9][a-z0-9.-]+$/, { error: "must be a bucket name" }),
  ),
  S3_ACCESS_KEY_ID: optional(z.string()),
  S3_SECRET_ACCESS_KEY: optional(z.string()),
  LOG_LEVEL: withDefault(z.enum(["debug", "info", "warn", "error", "silent"]), "info"),
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: optional(z.base64({ error: "must be base64" })),
  CHROMIUM_PATH: optional(z.string()),
});

export type Env = z.infer<typeof envSchema>;

/** The configuration cannot be used; the message names each variable and what is wrong with it. */
export class ConfigurationError extends Error {}

/**
 * Checks variables against the schema.
 * @throws ConfigurationError naming every wrong variable, never its value (it may be a secret).
 */
export function parseEnv(variables: Record<string, string | undefined>): Env {
  const parsed = envSchema.safeParse(variables);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`);
  throw new ConfigurationError(`Wrong configuration: ${problems.join("; ")}.`);
}

let checked: Env | undefined;

/** The checked configuration of this process (server only), read at the first call. */
export function env(): Env {
  if (typeof window !== "undefined") throw new Error("The configuration is not for the browser.");
  checked ??= parseEnv(process.env);
  return checked;
}
