-- A step that has used up its tries, so that its case stands still until a person lets it be tried again.
CREATE TABLE step_incident (
    id uuid PRIMARY KEY,
    -- One row for each time the model comes by, however often it fails there.
    element_instance_key bigint NOT NULL UNIQUE,
    process_id varchar(50) NOT NULL,
    process_instance_key bigint NOT NULL,
    application_id uuid,
    subject_id uuid,
    element_id varchar(100) NOT NULL,
    -- The kind of fault, never its message, which may name a person.
    fault varchar(200) NOT NULL,
    failed_at timestamp with time zone NOT NULL,
    retry_requested_at timestamp with time zone,
    retry_by_name varchar(200),
    closed_at timestamp with time zone,
    -- RETRIED: the engine gives the step out again. LEFT: the case went on without it.
    closed_as varchar(20)
);
CREATE INDEX step_incident_open ON step_incident (closed_at, failed_at);
CREATE INDEX step_incident_instance ON step_incident (process_instance_key);

-- A step that should have been taken for a while, and that no worker took.
CREATE TABLE stalled_step (
    id uuid PRIMARY KEY,
    process_id varchar(50) NOT NULL,
    -- Null when not even the first step was taken.
    process_instance_key bigint,
    application_id uuid,
    subject_id uuid NOT NULL,
    element_id varchar(100) NOT NULL,
    since timestamp with time zone NOT NULL,
    UNIQUE (process_id, subject_id, element_id)
);
