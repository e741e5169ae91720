import { existsSync } from "node:fs";
import { defineConfig } from "prisma/config";

// For the Prisma command line only (`prisma migrate deploy`, `prisma studio`); the product connects
// through lib/platform/db.
if (existsSync(".env")) process.loadEnvFile(".env");

export default defineConfig({
  schema: "prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
