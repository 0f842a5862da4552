-- Queues are read in the order of an index until there is enough, so that no claim sorts all that waits after an outage.
CREATE INDEX mail_message_due ON mail_message (state, next_attempt_at, seq);
DROP INDEX mail_message_queued;
-- Which endpoints are just being sent something: few rows, where an endpoint may have many thousands.
CREATE INDEX webhook_delivery_lease ON webhook_delivery (lease_until);
