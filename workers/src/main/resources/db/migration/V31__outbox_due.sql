-- The claim reads what is due in the order of this index and stops after a few, whatever the planner believes about how
-- much is waiting. It also serves what looks for unsent messages or for those sent at some time, as the index before did.
DROP INDEX outbox_unsent;
CREATE INDEX outbox_due ON outbox (sent_at, parked_at, next_attempt_at, seq);
