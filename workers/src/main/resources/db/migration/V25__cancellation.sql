-- Who had an onboarding cancelled, and why: by the reseller after the approval, or by the team at any time before the
-- platform is live. An application that its applicant withdraws has no row.
CREATE TABLE cancellation (
    application_id uuid PRIMARY KEY REFERENCES application (id),
    by_name varchar(200) NOT NULL,
    -- What the team says to the other side; null when the reseller wanted it.
    reason varchar(1000),
    at timestamp with time zone NOT NULL
);
