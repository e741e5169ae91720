-- Follow-ups can be followed and discussed like deals and customers.
SELECT register_record_kind('activity', 'coalesce(r.subject, r.kind::text)', owner_id => 'r.owner_id');
