-- What the team has to do, one row each time the process comes by a user task.
CREATE TABLE task (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    kind varchar(30) NOT NULL,
    application_id uuid NOT NULL REFERENCES application (id),
    -- What the task is about: application, reseller or domain. The decision's message is correlated on it and the round.
    business_id uuid NOT NULL,
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
