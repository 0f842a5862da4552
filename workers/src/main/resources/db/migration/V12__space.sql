-- Spaces in their simplest form; names are compared in lower case within a platform.
CREATE TABLE space (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    platform_id uuid NOT NULL,
    name varchar(100) NOT NULL,
    name_lower varchar(100) NOT NULL,
    owner_account_id uuid NOT NULL REFERENCES account (id),
    created_at timestamp with time zone NOT NULL,
    UNIQUE (platform_id, name_lower)
);
CREATE INDEX space_owner ON space (owner_account_id);
