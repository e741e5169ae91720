import pino from "pino";
import { env } from "@/lib/platform/env";

/** JSON lines on standard output. Secrets and personal texts are never logged. */
export const logger = pino({
  level: env().LOG_LEVEL,
  redact: ["password", "token", "*.password", "*.token", "headers.authorization", "headers.cookie"],
});
