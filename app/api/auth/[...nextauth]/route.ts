import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authOptions } from "@/lib/platform/auth/options";
import { restorePreferences } from "@/lib/platform/auth/restore-preferences";

type Context = { params: Promise<{ nextauth: string[] }> };

async function handler(request: NextRequest, context: Context): Promise<Response> {
  const response: Response = await NextAuth(request, context, authOptions());
  const { nextauth } = await context.params;
  return nextauth[0] === "callback" ? restorePreferences(response) : response;
}

export { handler as GET, handler as POST };
