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

-- Since when visits are written down: of what happened before, nothing is known.
CREATE TABLE step_recording (
    since timestamp with time zone NOT NULL
);
INSERT INTO step_recording (since) VALUES (CURRENT_TIMESTAMP);
