CREATE TABLE application (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    company_name varchar(200) NOT NULL,
    website varchar(300) NOT NULL,
    country varchar(2) NOT NULL,
    expected_spaces int NOT NULL,
    offer text NOT NULL,
    contact_name varchar(200) NOT NULL,
    email varchar(254) NOT NULL,
    -- The email in lower case while the application is open, null afterwards: one open application an address.
    open_email varchar(254) UNIQUE,
    consented_at timestamp with time zone NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    state varchar(30) NOT NULL,
    review_deadline timestamp with time zone NOT NULL,
    review_remaining_seconds bigint,
    overdue boolean NOT NULL,
    process_instance_key bigint,
    link_version int NOT NULL,
    closed_at timestamp with time zone
);
CREATE INDEX application_state ON application (state, submitted_at);

-- What the team asked the applicant, one row a review round, with the answer once there is one.
CREATE TABLE question (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    application_id uuid NOT NULL REFERENCES application (id),
    round int NOT NULL,
    text text NOT NULL,
    asked_by varchar(200) NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    answer text,
    answered_at timestamp with time zone,
    UNIQUE (application_id, round)
);
