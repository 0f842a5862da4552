CREATE TABLE reseller (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    application_id uuid NOT NULL UNIQUE REFERENCES application (id),
    account_id uuid NOT NULL,
    company_name varchar(200) NOT NULL,
    state varchar(30) NOT NULL,
    -- The reseller's own, unguessable label below the target zone that its CNAME record points at.
    cname_label varchar(63) NOT NULL UNIQUE,
    created_at timestamp with time zone NOT NULL,
    live_at timestamp with time zone,
    introduction_due_at timestamp with time zone,
    introduction_instance_key bigint,
    contact_person varchar(200),
    contact_email varchar(254),
    contact_link varchar(500),
    contact_note varchar(2000)
);
