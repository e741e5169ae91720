-- What a customer sent by the public form stays as it was written: nobody betters a score or a text. Whose
-- it is to answer, what it is about, its severity, themes and course are the company's own.
CREATE FUNCTION keep_form_answer() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'what the public form brought stays as it was written' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER keep_form_answer BEFORE UPDATE ON feedback FOR EACH ROW
  WHEN (OLD.form_key IS NOT NULL AND (OLD.kind, OLD.channel, OLD.score, OLD.text, OLD.contact, OLD.given_on, OLD.form_key)
    IS DISTINCT FROM (NEW.kind, NEW.channel, NEW.score, NEW.text, NEW.contact, NEW.given_on, NEW.form_key))
  EXECUTE FUNCTION keep_form_answer();

-- Nor does the person it is about delete it: an admin or a manager of the unit may.
CREATE POLICY form_answers_stay ON feedback AS RESTRICTIVE FOR DELETE TO closeloop_app USING (
  form_key IS NULL OR (SELECT app_sees_all()) OR unit_id = ANY ((SELECT app_unit_ids())::uuid[]));
