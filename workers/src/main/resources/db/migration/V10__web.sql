-- What the web application keeps of its requests.

-- Spring Session's own tables, with room for longer session ids.
CREATE TABLE spring_session (
    primary_id varchar(36) PRIMARY KEY,
    session_id varchar(64) NOT NULL,
    creation_time bigint NOT NULL,
    last_access_time bigint NOT NULL,
    max_inactive_interval int NOT NULL,
    expiry_time bigint NOT NULL,
    principal_name varchar(100)
);
CREATE UNIQUE INDEX spring_session_ix1 ON spring_session (session_id);
CREATE INDEX spring_session_ix2 ON spring_session (expiry_time);
CREATE INDEX spring_session_ix3 ON spring_session (principal_name);

CREATE TABLE spring_session_attributes (
    session_primary_id varchar(36) NOT NULL REFERENCES spring_session (primary_id) ON DELETE CASCADE,
    attribute_name varchar(200) NOT NULL,
    attribute_bytes bytea NOT NULL,
    PRIMARY KEY (session_primary_id, attribute_name)
);

-- Forms on their way, and for some seconds their answers, for whoever presses twice. What is in an answer can be read only
-- by who sends the same form again: its key follows from the form.
CREATE TABLE press (
    id varchar(64) PRIMARY KEY,
    claim uuid NOT NULL,
    at timestamp(6) with time zone NOT NULL,
    answer bytea
);
CREATE INDEX press_at ON press (at);

-- Calls of the API that carry an Idempotency-Key: what was asked, and what was answered once it is done.
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
