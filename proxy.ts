import { type NextRequest, NextResponse } from "next/server";
import { contentSecurityPolicy } from "@/lib/platform/auth/content-security-policy";
import { PATH_HEADER, signInPath } from "@/lib/platform/auth/next-path";
import { isPublicPath } from "@/lib/platform/auth/public-paths";
import { sessionCookieName, usesHttps } from "@/lib/platform/auth/session-cookie";

/**
 * Before every page: a content security policy with a nonce of its own, and sign-in for whoever
 * brings no session cookie at all. Whether the cookie is good, each page and action checks itself.
 */
export function proxy(request: NextRequest): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (!isPublicPath(pathname) && !request.cookies.has(sessionCookieName())) {
    return refuse(request, `${pathname}${search}`);
  }
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce, {
    development: process.env.NODE_ENV === "development",
    https: usesHttps(),
  });
  const headers = new Headers(request.headers);
  headers.set("content-security-policy", policy);
  headers.set("x-nonce", nonce);
  headers.set(PATH_HEADER, `${pathname}${search}`);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  if (usesHttps()) response.headers.set("strict-transport-security", "max-age=31536000");
  return response;
}

function refuse(request: NextRequest, path: string): NextResponse {
  if (path.startsWith("/api/")) {
    return NextResponse.json({ error: { code: "signedOut" } }, { status: 401 });
  }
  if (request.headers.has("next-action")) return NextResponse.next();
  return NextResponse.redirect(new URL(signInPath(path), request.url));
}

/** Files need no session; uploads check theirs and must not be read into memory here. */
export const config = {
  matcher: [
    "/((?!api/upload/|api/attachments|_next/static/|_next/image|favicon\\.ico$|(?:app-)?icon\\.svg$|apple-icon|manifest\\.webmanifest$|robots\\.txt$).*)",
  ],
};
