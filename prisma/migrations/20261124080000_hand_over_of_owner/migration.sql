-- A request to take a deal over was its owner's of then. Once the deal is somebody else's it is
-- withdrawn: else whoever was asked takes the deal from an owner who never offered it.
SET LOCAL ROLE closeloop_system;
CREATE FUNCTION withdraw_hand_overs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE deal_hand_over h SET status = 'withdrawn', decided_by_id = app_user_id(), decided_at = now()
    WHERE h.deal_id = NEW.id AND h.status = 'open';
  RETURN NULL;
END $$;
RESET ROLE;
CREATE TRIGGER withdraw_hand_overs AFTER UPDATE OF owner_id ON deal FOR EACH ROW
  WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION withdraw_hand_overs();
