-- The request or job that wrote the row, as W3C Trace Context, so that its log and that of what follows carry one id.
ALTER TABLE outbox ADD COLUMN traceparent varchar(55);
ALTER TABLE mail_message ADD COLUMN traceparent varchar(55);
