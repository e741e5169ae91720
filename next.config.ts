import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "pg"],
  experimental: {
    serverActions: { bodySizeLimit: "2mb" },
    // With it, `next dev` does not see an export added to a module it has loaded before.
    turbopackServerFastRefresh: false,
  },
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);
