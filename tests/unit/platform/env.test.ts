import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ConfigurationError, envSchema, parseEnv } from "@/lib/platform/env";

const example = readFileSync(new URL("../../../.env.example", import.meta.url), "utf8");

describe("configuration", () => {
  it("lists the same variables, in the same order, in .env.example", () => {
    const listed = [...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]);
    expect(listed).toEqual(Object.keys(envSchema.shape));
  });

  it("explains every variable in .env.example by a comment above it", () => {
    for (const block of example.trim().split("\n\n").slice(1)) {
      for (const line of block.split("\n").filter((text) => !/^[A-Z]/.test(text))) {
        expect(line).toMatch(/^# \S/);
      }
    }
  });

  it("works without any variable", () => {
    expect(parseEnv({})).toEqual({
      PORT: 3000,
      HOST: "127.0.0.1",
      CLOSELOOP_DATA_DIR: ".data",
      ATTACHMENT_MAX_MB: 20,
      S3_REGION: "us-east-1",
      LOG_LEVEL: "info",
    });
  });

  it("takes an empty variable as unset", () => {
    expect(parseEnv({ DATABASE_URL: "", PORT: "", LOG_LEVEL: "" })).toEqual(parseEnv({}));
  });

  it("names every wrong variable and never shows its value", () => {
    const wrong = {
      DATABASE_URL: "mysql://root:s3cret@host/x",
      PORT: "70000",
      NEXTAUTH_SECRET: "s3cret",
    };
    expect(() => parseEnv(wrong)).toThrow(ConfigurationError);
    expect(() => parseEnv(wrong)).toThrow(/DATABASE_URL .*PORT .*NEXTAUTH_SECRET/);
    expect(() => parseEnv(wrong)).not.toThrow(/s3cret/);
  });
});
