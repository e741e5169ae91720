-- Comparing names is not leakproof, so under row security its index would never be used: the closest
-- names are looked up past it, and only those the person sees are handed out.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION seen_similar_customers(typed text, except_id uuid) RETURNS TABLE (id uuid, closeness real) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, s.closeness FROM similar_customers(typed) s
  WHERE s.id IS DISTINCT FROM except_id AND app_sees_customer(s.id)
  ORDER BY s.closeness DESC, s.id LIMIT 5
$$;
RESET ROLE;
