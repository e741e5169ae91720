import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** On every answer; the content security policy has a nonce and comes from proxy.ts. */
const SECURITY_HEADERS = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
];

const config: NextConfig = {
  headers: async () => [{ source: "/:path*", headers: SECURITY_HEADERS }],
  poweredByHeader: false,
  // `npm test` checks the types; a start neither waits for that nor fails because of a test.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg"],
  experimental: {
    serverActions: { bodySizeLimit: "2mb" },
    // With it, `next dev` does not see an export added to a module it has loaded before.
    turbopackServerFastRefresh: false,
  },
};

export default createNextIntlPlugin("./lib/platform/i18n/request.ts")(config);
