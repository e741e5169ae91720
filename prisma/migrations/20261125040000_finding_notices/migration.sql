-- Tells of new findings: who leads the unit of one, or a unit above it, but not who had them looked for. Of one
-- look nobody is told more than the ten largest; the list has all. Nobody has two notices of one finding: one
-- that has returned takes the place of what was told of it before.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION tell_of_findings(findings uuid[]) RETURNS void LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH led AS (
    SELECT DISTINCT u.id AS user_id, f.id, f.size
    FROM finding f JOIN unit_ancestor t ON t.unit_id = f.unit_id
      JOIN assignment a ON a.unit_id = t.ancestor_id AND a.kind = 'manager'
      JOIN "user" u ON u.id = a.user_id AND u.status = 'active' AND u.role <> 'rep', business_today() AS day
    WHERE f.id = ANY (findings) AND (current_setting('role') = 'closeloop_system' OR app_sees_finding(f.id))
      AND day >= t.valid_from AND day < t.valid_to AND day >= a.valid_from AND day < a.valid_to
      AND u.id IS DISTINCT FROM app_user_id()
  ), ranked AS (
    SELECT *, row_number() OVER (PARTITION BY user_id ORDER BY size DESC NULLS LAST, id) AS place FROM led
  ), gone AS (
    DELETE FROM notification n USING led WHERE n.user_id = led.user_id AND n.kind = 'found'
      AND n.subject_kind = 'finding' AND n.subject_id = led.id
  )
  INSERT INTO notification (user_id, kind, actor_id, subject_kind, subject_id)
    SELECT user_id, 'found', app_user_id(), 'finding', id FROM ranked WHERE place <= 10 ORDER BY place DESC
$$;
RESET ROLE;
