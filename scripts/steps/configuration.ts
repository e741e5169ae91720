import { existsSync } from "node:fs";
import { join } from "node:path";
import { ConfigurationError, type Env, parseEnv } from "@/lib/platform/env";
import { PlainFailure, root } from "../progress.mjs";

/** Reads .env (what is set already wins) and checks every variable. */
export function loadConfiguration(): Env {
  const file = join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  try {
    return parseEnv(process.env);
  } catch (error) {
    if (error instanceof ConfigurationError) throw new PlainFailure(error.message);
    throw error;
  }
}
