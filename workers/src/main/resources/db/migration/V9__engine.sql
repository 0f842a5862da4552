-- What has been deployed to the engine.

-- The newest release that deployed its models, decisions and forms.
CREATE TABLE deployment (
    id int PRIMARY KEY,
    release varchar(50) NOT NULL,
    deployed_at timestamp with time zone NOT NULL
);

-- Each version of a process that was deployed, with what a migration plan may name of it.
CREATE TABLE process_model (
    process_id varchar(50) NOT NULL,
    -- As the engine numbers them.
    version int NOT NULL,
    -- Ids of its elements and sequence flows, with spaces between them.
    element_ids text NOT NULL,
    PRIMARY KEY (process_id, version)
);
