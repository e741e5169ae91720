-- When a person last asked for a new password; an admin sees it and passes on a reset link.
ALTER TABLE "credential" ADD COLUMN "reset_requested_at" TIMESTAMPTZ(3);

-- The application role sees of a token what it lists and may revoke it; never the hash.
REVOKE SELECT, UPDATE ON api_token FROM closeloop_app;
GRANT SELECT (id, user_id, name, created_at, expires_at, last_used_at, revoked_at), UPDATE (revoked_at) ON api_token TO closeloop_app;

-- Signing in and using a token are not changes of a record: such an update leaves no audit entry.
CREATE OR REPLACE FUNCTION audit_statement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
DECLARE
  actor uuid := app_user_id();
  why text := nullif(current_setting('app.reason', true), '');
  secret text[] := '{password_hash,token_hash}';
  incidental text[] := '{version,updated_at,last_sign_in_at,last_used_at}';
BEGIN
  IF coalesce(current_setting('app.audit_batch', true), '') <> '' THEN RETURN NULL; END IF;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO audit_entry (user_id, action, subject, row_id, after, note)
      SELECT actor, 'create', TG_TABLE_NAME, j->>'id', j, why
      FROM (SELECT to_jsonb(n) - secret AS j FROM new_rows n) x;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO audit_entry (user_id, action, subject, row_id, before, note)
      SELECT actor, 'delete', TG_TABLE_NAME, j->>'id', j, why
      FROM (SELECT to_jsonb(o) - secret AS j FROM old_rows o) x;
  ELSE
    INSERT INTO audit_entry (user_id, action, subject, row_id, before, after, note)
      SELECT actor, 'update', TG_TABLE_NAME, b->>'id', b, a, why
      FROM (SELECT to_jsonb(o) - secret AS b, to_jsonb(n) - secret AS a
            FROM old_rows o JOIN new_rows n USING (id)) x
      WHERE b - incidental IS DISTINCT FROM a - incidental;
  END IF;
  RETURN NULL;
END $$;
