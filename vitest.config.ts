import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { isFullRun } from "./tests/setup/thoroughness";

// Minutes of importing: in `npm run test:full` only.
const LONG = ["tests/integration/imports/{online-retail-clean,rossmann}.test.ts"];

const root = fileURLToPath(new URL(".", import.meta.url));
const alias = {
  "@/": root,
  // Next marks server modules with this import; outside Next it has no meaning.
  "server-only": fileURLToPath(new URL("tests/setup/server-only.ts", import.meta.url)),
};

export default defineConfig({
  resolve: { alias },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["tests/unit/**/*.test.{ts,tsx}"],
          pool: "threads",
          // The demo company takes seconds to build on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          include: ["tests/architecture/**/*.test.ts"],
          // Reading every source takes seconds on a busy machine.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          exclude: isFullRun ? [] : LONG,
          globalSetup: "tests/setup/postgres.ts",
          setupFiles: "tests/setup/integration.ts",
          pool: "forks",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
