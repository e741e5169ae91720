-- When a person last asked for a new password; an admin sees it and passes on a reset link.
ALTER TABLE "credential" ADD COLUMN "reset_requested_at" TIMESTAMPTZ(3);

-- The application role sees of a token what it lists and may revoke it; never the hash.
REVOKE SELECT, UPDATE ON api_token FROM closeloop_app;
GRANT SELECT (id, user_id, name, created_at, expires_at, last_used_at, revoked_at), UPDATE (revoked_at) ON api_token TO closeloop_app;
