import { createDatabase } from "@/tests/setup/database";

// Runs before each integration test file is loaded: modules that open the database find a fresh,
// migrated one of this file's own.
process.env.DATABASE_URL = await createDatabase();
process.env.LOG_LEVEL ||= "silent";
process.env.NEXTAUTH_SECRET ||= "a secret of the tests, long enough for it";
