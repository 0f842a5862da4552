-- Keys of a reseller's own programs. Only a hash of the secret is kept.
CREATE TABLE api_key (
    id uuid PRIMARY KEY,
    reseller_id uuid NOT NULL REFERENCES reseller (id),
    name varchar(100) NOT NULL,
    scopes varchar(300) NOT NULL,
    hash varchar(64) NOT NULL UNIQUE,
    last_four varchar(4) NOT NULL,
    created_by uuid NOT NULL REFERENCES account (id),
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    revoked_at timestamp with time zone
);
CREATE INDEX api_key_reseller ON api_key (reseller_id);

-- Calls that carry an Idempotency-Key: what was asked, and what was answered once it is done.
CREATE TABLE idempotent_call (
    api_key_id uuid NOT NULL REFERENCES api_key (id),
    idempotency_key varchar(255) NOT NULL,
    request_hash varchar(64) NOT NULL,
    -- Changes hands when a node died in the middle of the call.
    claim uuid NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    status int,
    headers text,
    body text,
    PRIMARY KEY (api_key_id, idempotency_key)
);
CREATE INDEX idempotent_call_claimed ON idempotent_call (claimed_at);
