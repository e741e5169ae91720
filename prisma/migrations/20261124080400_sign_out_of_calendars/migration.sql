-- Ending all access of a person ends the secret address of their calendar too: somebody else may hold
-- it. For the person, and for admins, who see nothing of it otherwise.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION end_calendar_feed(person uuid) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  DELETE FROM calendar_feed f WHERE f.user_id = person AND (app_sees_all() OR person = app_user_id())
$$;
RESET ROLE;
