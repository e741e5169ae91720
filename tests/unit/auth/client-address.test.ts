import { describe, expect, it } from "vitest";
import { clientAddress } from "@/lib/platform/auth/client-address";
import { contentSecurityPolicy } from "@/lib/platform/auth/content-security-policy";
import { isPublicPath } from "@/lib/platform/auth/public-paths";
import { addressBehind } from "@/lib/platform/auth/stamp-address";

describe("the address of a client", () => {
  it("without a trusted proxy is the connection's, whatever the client claims", () => {
    expect(addressBehind("10.0.0.9", "1.2.3.4", 0)).toBe("10.0.0.9");
    expect(addressBehind("10.0.0.9", undefined, 0)).toBe("10.0.0.9");
  });

  it("behind proxies is what the outermost trusted one saw", () => {
    expect(addressBehind("10.0.0.9", "6.6.6.6, 1.2.3.4", 1)).toBe("1.2.3.4");
    expect(addressBehind("10.0.0.9", "6.6.6.6, 1.2.3.4, 10.0.0.1", 2)).toBe("1.2.3.4");
    expect(addressBehind("10.0.0.9", undefined, 1)).toBe("10.0.0.9");
    expect(addressBehind("10.0.0.9", " , ", 1)).toBe("10.0.0.9");
  });

  it("is read from our own header only", () => {
    expect(clientAddress({ "x-forwarded-for": "1.2.3.4" })).toBe("unknown");
    expect(clientAddress({ "x-closeloop-address": "1.2.3.4" })).toBe("1.2.3.4");
    expect(clientAddress(new Headers({ "x-closeloop-address": "::1" }))).toBe("::1");
  });
});

describe("paths that answer without a session", () => {
  it.each([
    "/sign-in",
    "/forgot-password",
    "/setup",
    "/invitation/abc",
    "/reset/abc",
    "/api/auth/csrf",
    "/api/health/live",
    "/api/health/ready",
  ])("%s", (path) => expect(isPublicPath(path)).toBe(true));

  it.each([
    "/",
    "/dashboard",
    "/sign-in/x",
    "/sign-in-as",
    "/invitation",
    "/invitation/a/b",
    "/setup/x",
    "/api/health",
    "/api/healthy",
    "/api/export/deals",
    "/settings/users",
    "//sign-in",
  ])("not %s", (path) => expect(isPublicPath(path)).toBe(false));
});

describe("the content security policy", () => {
  it("runs scripts with the nonce only and cannot be framed", () => {
    const policy = contentSecurityPolicy("abc", { development: false, https: true });
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("upgrade-insecure-requests");
    expect(policy).not.toContain("unsafe-eval");
  });

  it("does not force https where there is none", () => {
    const policy = contentSecurityPolicy("abc", { development: false, https: false });
    expect(policy).not.toContain("upgrade-insecure-requests");
  });
});
