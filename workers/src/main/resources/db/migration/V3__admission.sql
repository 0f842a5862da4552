-- From the application to the reseller account, and what the team has to do and decide on the way.

-- A company's application, and with it the whole case until the reseller is live or the case has ended.
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
    -- What is left of the time while the review waits for the applicant's answer, else null.
    review_remaining_seconds bigint,
    -- The review was not decided in time.
    overdue boolean NOT NULL,
    process_instance_key bigint,
    -- Counted up to make all progress links sent before void.
    link_version int NOT NULL,
    closed_at timestamp with time zone
);
CREATE INDEX application_state ON application (state, submitted_at);

ALTER TABLE reseller ADD FOREIGN KEY (application_id) REFERENCES application (id);

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

-- What the team has to do, one row each time the process comes by a user task.
CREATE TABLE task (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    kind varchar(30) NOT NULL,
    application_id uuid NOT NULL REFERENCES application (id),
    -- What the task is about: application, reseller or domain. The decision's message is correlated on it and the round.
    business_id uuid NOT NULL,
    -- What a call is about.
    about varchar(30),
    round int NOT NULL,
    title varchar(100) NOT NULL,
    team varchar(50) NOT NULL,
    priority int NOT NULL,
    state varchar(20) NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    remind_at timestamp with time zone NOT NULL,
    escalate_at timestamp with time zone NOT NULL,
    process_instance_key bigint NOT NULL,
    -- The visit of the process that opened the row, so that a repeated job finds it again.
    element_instance_key bigint NOT NULL,
    claimed_by uuid,
    claimed_at timestamp with time zone,
    -- The applicant has answered since the last round.
    answered boolean NOT NULL,
    overdue boolean NOT NULL,
    closed_at timestamp with time zone,
    UNIQUE (kind, business_id, round)
);
CREATE INDEX task_list ON task (state, due_at);
CREATE INDEX task_case ON task (application_id, opened_at);

-- At most one decision a task, whichever door it came through.
CREATE TABLE task_decision (
    task_id uuid PRIMARY KEY REFERENCES task (id),
    version int NOT NULL,
    door varchar(20) NOT NULL,
    decision varchar(50) NOT NULL,
    -- The other fields of the form, as JSON.
    fields text NOT NULL,
    decided_by uuid,
    decided_by_name varchar(200) NOT NULL,
    decided_at timestamp with time zone NOT NULL,
    state varchar(20) NOT NULL,
    -- The message that tells the engine, for a decision made in the console.
    outbox_id uuid
);

-- What a team member noted about a task, for the team only.
CREATE TABLE task_comment (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    task_id uuid NOT NULL REFERENCES task (id),
    author_id uuid NOT NULL,
    author_name varchar(200) NOT NULL,
    text varchar(2000) NOT NULL,
    written_at timestamp with time zone NOT NULL
);
CREATE INDEX task_comment_task ON task_comment (task_id, written_at);
