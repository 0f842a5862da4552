-- What a reseller's own programs use: API keys and webhooks.

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
-- Which endpoints are just being sent something: few rows, where an endpoint may have many thousands.
CREATE INDEX webhook_delivery_lease ON webhook_delivery (lease_until);
