-- Where process instances have been and stand still.

-- Every time a worker did the work of a service task, written in the transaction of that work: where cases have been.
-- Of an element that is passed again and again only the newest rows are kept; each row counts the ones before it.
CREATE TABLE step_visit (
    -- The same for every try of one job and different each time the model comes by.
    element_instance_key bigint PRIMARY KEY,
    process_id varchar(50) NOT NULL,
    process_version int NOT NULL,
    process_instance_key bigint NOT NULL,
    application_id uuid,
    -- What the process instance is about: an application, a reseller, a domain, a Space, an invitation or an offboarding.
    subject_id uuid,
    element_id varchar(100) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone NOT NULL,
    tries int NOT NULL,
    -- The modelled error that it ended with.
    error varchar(50),
    -- The ids that the instance's messages are correlated on and what the step set, as JSON; no personal data.
    variables text NOT NULL,
    -- How often this instance has come by this element, and how long that took in all.
    nth int NOT NULL,
    total_millis bigint NOT NULL,
    -- When to look whether a worker has gone on from here; null when there is nothing more to look at.
    look_at timestamp with time zone
);
CREATE INDEX step_visit_instance ON step_visit (process_instance_key, element_id, nth);
CREATE INDEX step_visit_application ON step_visit (application_id);
CREATE INDEX step_visit_subject ON step_visit (subject_id);
CREATE INDEX step_visit_look ON step_visit (look_at);

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
