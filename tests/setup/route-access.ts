/**
 * Who may open each page and interface, by its path in app/. tests/integration/security/routes.test.ts
 * fails for a route that is not listed; tests/e2e/auth-routes.spec.ts opens every one of them.
 * - public: answers without a session
 * - everyone: every signed-in person, about what they may see
 * - admin: admins only; for others it does not exist
 * - token: needs a personal token instead of a session
 */
export type RouteAccess = "public" | "everyone" | "admin" | "token";

export const ROUTES: Record<string, RouteAccess> = {
  "/": "everyone",
  "/activities": "everyone",
  "/activities/[id]": "everyone",
  "/activities/calendar": "everyone",
  "/analysis": "everyone",
  "/analysis/gap": "everyone",
  "/api/attachments": "everyone",
  "/api/attachments/[id]": "everyone",
  "/api/auth/[...nextauth]": "public",
  "/api/calendar/[token]": "public",
  "/api/export/[kind]": "everyone",
  "/api/health/live": "public",
  "/api/health/ready": "public",
  "/api/mentions": "everyone",
  "/api/notifications": "everyone",
  "/api/search": "everyone",
  "/api/upload/[id]": "admin",
  "/api/upload/[id]/rejected": "admin",
  "/api/v1/measure": "token",
  "/customers": "everyone",
  "/customers/[id]": "everyone",
  "/customers/[id]/edit": "everyone",
  "/customers/[id]/merge": "everyone",
  "/customers/new": "everyone",
  "/customers/requests": "everyone",
  "/dashboard": "everyone",
  "/data": "admin",
  "/data/batches/[id]": "admin",
  "/data/uploads/[id]": "admin",
  "/deals": "everyone",
  "/deals/[id]": "everyone",
  "/deals/board": "everyone",
  "/deals/handovers": "everyone",
  "/deals/new": "everyone",
  "/f/[token]": "public",
  "/f/thanks": "public",
  "/feedback": "everyone",
  "/feedback/[id]": "everyone",
  "/feedback/new": "everyone",
  "/figures/[metric]": "everyone",
  "/forgot-password": "public",
  "/invitation/[token]": "public",
  "/notifications": "everyone",
  "/my-day": "everyone",
  "/market": "everyone",
  "/market/[id]": "everyone",
  "/market/competitors/[id]": "everyone",
  "/market/new": "everyone",
  "/market/timeline": "everyone",
  "/profile": "everyone",
  "/reset/[token]": "public",
  "/sales": "everyone",
  "/sales/[id]": "everyone",
  "/sales/[id]/edit": "everyone",
  "/sales/days": "everyone",
  "/sales/new": "everyone",
  "/settings": "admin",
  "/settings/audit": "admin",
  "/settings/calendar": "admin",
  "/settings/currencies": "admin",
  "/settings/organisation": "admin",
  "/settings/products": "admin",
  "/settings/products/[id]": "admin",
  "/settings/segments": "admin",
  "/settings/stages": "admin",
  "/settings/themes": "admin",
  "/settings/units": "admin",
  "/settings/units/[id]": "admin",
  "/settings/users": "admin",
  "/settings/users/[id]": "admin",
  "/setup": "public",
  "/sign-in": "public",
  "/targets": "everyone",
  "/targets/export": "everyone",
};

/** The address of a route, with an id nothing has in place of its variable parts. */
export function addressOf(route: string): string {
  return route.replace(/\[\.{3}\w+\]/, "session").replace(/\[\w+\]/g, NO_SUCH_ID);
}
const NO_SUCH_ID = "00000000-0000-7000-8000-000000000000";
