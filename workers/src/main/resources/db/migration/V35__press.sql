-- Forms on their way, and for some seconds their answers, for whoever presses twice. What is in an answer can be read only
-- by who sends the same form again: its key follows from the form.
CREATE TABLE press (
    id varchar(64) PRIMARY KEY,
    claim uuid NOT NULL,
    at timestamp(6) with time zone NOT NULL,
    answer bytea
);
CREATE INDEX press_at ON press (at);
