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

-- Addresses of a reseller's own that hear of events. Their secrets are derived, never stored.
CREATE TABLE webhook_endpoint (
    id uuid PRIMARY KEY,
    reseller_id uuid NOT NULL REFERENCES reseller (id),
    url varchar(500) NOT NULL,
    events varchar(500) NOT NULL,
    secret_number int NOT NULL,
    secret_changed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    failing_since timestamp with time zone,
    disabled_at timestamp with time zone
);
CREATE INDEX webhook_endpoint_reseller ON webhook_endpoint (reseller_id);

-- One message for one endpoint, written in the transaction of what it tells; the log too.
CREATE TABLE webhook_delivery (
    id uuid PRIMARY KEY,
    endpoint_id uuid NOT NULL REFERENCES webhook_endpoint (id),
    message_id uuid NOT NULL UNIQUE,
    event varchar(50) NOT NULL,
    body text NOT NULL,
    state varchar(20) NOT NULL,
    attempts int NOT NULL,
    created_at timestamp with time zone NOT NULL,
    tried_at timestamp with time zone,
    next_attempt_at timestamp with time zone,
    give_up_at timestamp with time zone NOT NULL,
    lease_until timestamp with time zone,
    answer int,
    error varchar(300)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (state, next_attempt_at);
CREATE INDEX webhook_delivery_endpoint ON webhook_delivery (endpoint_id, created_at);

-- The API lists Spaces in the order they were asked for.
CREATE INDEX space_platform_created ON space (platform_id, created_at, id);
