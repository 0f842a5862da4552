-- Names are compared in lower case within a platform; null once a Space gave its name up.
CREATE TABLE space (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    platform_id uuid NOT NULL,
    name varchar(100) NOT NULL,
    name_lower varchar(100),
    primary_language varchar(35) NOT NULL,
    contact_limit int,
    -- Counted by single statements that hold the limit, never by the aggregate.
    contacts int DEFAULT 0 NOT NULL,
    state varchar(30) NOT NULL,
    refusal varchar(200),
    requested_by uuid NOT NULL REFERENCES account (id),
    created_at timestamp with time zone NOT NULL,
    process_instance_key bigint,
    activated_at timestamp with time zone,
    cancelled_at timestamp with time zone,
    UNIQUE (platform_id, name_lower)
);

-- Who works in a Space.
CREATE TABLE space_member (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    space_id uuid NOT NULL REFERENCES space (id),
    account_id uuid NOT NULL REFERENCES account (id),
    role varchar(20) NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    UNIQUE (space_id, account_id)
);
CREATE INDEX space_member_account ON space_member (account_id);

-- The accounts that have the Reseller Module of a reseller; one of them owns it. Spring Data names the column.
CREATE TABLE reseller_member (
    reseller uuid NOT NULL REFERENCES reseller (id),
    account_id uuid NOT NULL,
    joined_at timestamp with time zone NOT NULL,
    PRIMARY KEY (reseller, account_id)
);
CREATE INDEX reseller_member_account ON reseller_member (account_id);
