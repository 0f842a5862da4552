-- The authenticator app of an account: its shared secret, encrypted under a key that is not in the database.
CREATE TABLE second_factor (
    account_id uuid PRIMARY KEY REFERENCES account (id),
    sealed_secret bytea NOT NULL,
    set_up_at timestamp with time zone NOT NULL,
    -- The time step of the last code that was taken; that code and older ones are never taken again.
    last_step bigint NOT NULL,
    -- Tries since the last code that was right.
    tries int NOT NULL,
    next_try_at timestamp with time zone
);

-- What lets the owner in without the app, once each, as hashes only.
CREATE TABLE recovery_code (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES second_factor (account_id) ON DELETE CASCADE,
    hash varchar(64) NOT NULL,
    used_at timestamp with time zone,
    UNIQUE (account_id, hash)
);
