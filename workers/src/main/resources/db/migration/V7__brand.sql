-- How a reseller's platform looks. A logo here names its file below by the SHA-256 of the content.
CREATE TABLE brand (
    reseller_id uuid PRIMARY KEY REFERENCES reseller (id),
    version int NOT NULL,
    brand_name varchar(60),
    theme_color varchar(7),
    support_email varchar(254),
    support_link varchar(500),
    main_sha varchar(64),
    main_type varchar(10),
    main_width int,
    main_height int,
    main_remarks varchar(200),
    main_hosted_on varchar(20),
    main_changed_at timestamp with time zone,
    white_sha varchar(64),
    white_type varchar(10),
    white_width int,
    white_height int,
    white_remarks varchar(200),
    white_hosted_on varchar(20),
    white_changed_at timestamp with time zone,
    square_sha varchar(64),
    square_type varchar(10),
    square_width int,
    square_height int,
    square_remarks varchar(200),
    square_hosted_on varchar(20),
    square_changed_at timestamp with time zone,
    completed_at timestamp with time zone,
    changed_at timestamp with time zone NOT NULL
);

-- Cleaned images, also those uploaded with a form that still had a fault elsewhere. Never what was uploaded itself.
CREATE TABLE logo_file (
    reseller_id uuid NOT NULL REFERENCES reseller (id),
    kind varchar(10) NOT NULL,
    sha varchar(64) NOT NULL,
    type varchar(10) NOT NULL,
    width int NOT NULL,
    height int NOT NULL,
    remarks varchar(200) NOT NULL,
    content bytea NOT NULL,
    -- The same as PNG or JPG, for mail programs; null when the content is that already, or could not be drawn.
    picture bytea,
    uploaded_at timestamp with time zone NOT NULL,
    PRIMARY KEY (reseller_id, kind, sha)
);
