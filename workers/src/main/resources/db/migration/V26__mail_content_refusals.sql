-- How often the mail server took the recipient but not this mail; only these tries count towards giving up.
-- Zero again once the mail is resent or its recipient refused.
ALTER TABLE mail_message ADD COLUMN content_refusals int DEFAULT 0 NOT NULL;
