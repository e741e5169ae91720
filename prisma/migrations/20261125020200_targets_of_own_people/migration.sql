-- A target in an own unit is for somebody of that unit: else a manager sets one for a stranger, who then
-- sees it among theirs. Which target it is does not change any more.
CREATE POLICY own_people ON target AS RESTRICTIVE FOR INSERT TO closeloop_app WITH CHECK (
  user_id IS NULL OR app_may_give_to(user_id));
REVOKE UPDATE ON target FROM closeloop_app;
GRANT UPDATE (floor, target, stretch, status, version, updated_at) ON target TO closeloop_app;
