import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/steps/browser";

// E2E_BASE_URL tests a server that already runs, e.g. `npm run dev`; otherwise one is started on
// the production build with a database of its own (tests/setup/e2e-server.ts).
const running = process.env.E2E_BASE_URL;
const port = process.env.E2E_PORT ?? "3999";
const baseURL = running ?? `http://localhost:${port}`;
// These have servers of their own, so they say nothing of one that already runs.
const OWN_SERVERS = ["**/start-command.spec.ts", "**/pages-empty.spec.ts"];

process.env.CHROMIUM_PATH ??= findChromium();
// Runs that go at the same time keep their sessions and traces apart.
process.env.E2E_RUN ??= String(process.pid);

export default defineConfig({
  testDir: "tests/e2e",
  testIgnore: running ? OWN_SERVERS : [],
  workers: 2,
  fullyParallel: true,
  forbidOnly: process.env.CI === "true",
  // A busy machine may keep a browser waiting; what fails twice is broken. The list names both tries.
  retries: 1,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  outputDir: `test-results/${process.env.E2E_RUN}`,
  projects: [
    { name: "sign-in", testMatch: "setup.ts" },
    { name: "browser", dependencies: ["sign-in"] },
  ],
  use: {
    baseURL,
    // What cannot be pressed is said at once, not when the whole test is over.
    actionTimeout: 20_000,
    // Of the second try only: a trace of each test makes the whole run much longer.
    trace: "on-first-retry",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
      ],
    },
  },
  webServer: running
    ? undefined
    : {
        command: "node --conditions=react-server --import tsx tests/setup/e2e-server.ts",
        // The named part becomes the environment variable E2E_EMPTY_URL.
        wait: { stdout: /browser tests is ready, an empty one at (?<E2E_EMPTY_URL>http:\S+)/ },
        env: { E2E_PORT: port },
        timeout: 120_000,
        gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
        stdout: "pipe",
      },
});
