-- The reseller while this domain is being set up to take the place of its present one: one at a time.
ALTER TABLE custom_domain ADD COLUMN pending_of uuid;
ALTER TABLE custom_domain ADD CONSTRAINT custom_domain_pending_of UNIQUE (pending_of);
-- The domain that took this one's place, and until when this one leads there.
ALTER TABLE custom_domain ADD COLUMN replaced_by uuid;
ALTER TABLE custom_domain ADD COLUMN replaced_until timestamp with time zone;
CREATE INDEX custom_domain_replaced_by ON custom_domain (replaced_by);
-- The process instance that sets it up: the first one that comes for it.
ALTER TABLE custom_domain ADD COLUMN setup_instance_key bigint;
-- The process instance that watches it once it is live; null for a domain that nobody watches.
ALTER TABLE custom_domain ADD COLUMN watch_instance_key bigint;
ALTER TABLE custom_domain ADD COLUMN watch_broken_at timestamp with time zone;
ALTER TABLE custom_domain ADD COLUMN watch_suspend_at timestamp with time zone;
