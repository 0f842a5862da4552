-- Whom the people of a Space are in touch with. A field that is not given is empty. No foreign keys in this file: H2 makes
-- an index of its own for each and then reads and sorts a whole Space by it. The row of a Space is never deleted, and a
-- contact is added only after its Space was counted up.
CREATE TABLE contact (
    id uuid PRIMARY KEY,
    version int NOT NULL,
    space_id uuid NOT NULL,
    first_name varchar(100) NOT NULL,
    last_name varchar(100) NOT NULL,
    email varchar(254) NOT NULL,
    phone varchar(40) NOT NULL,
    -- Both names as they are sorted. Bytes, since collations differ between databases and their versions.
    sort_key bytea NOT NULL,
    -- By what an import knows a contact again: the email in lower case, else a digest of the other fields.
    identity varchar(254) NOT NULL,
    created_at timestamp with time zone NOT NULL
);
CREATE INDEX contact_list ON contact (space_id, sort_key, id);
CREATE INDEX contact_identity ON contact (space_id, identity);

-- Every word that finds a contact, followed by its sort key, so that what is found comes sorted.
CREATE TABLE contact_word (
    space_id uuid NOT NULL,
    entry bytea NOT NULL,
    contact_id uuid NOT NULL,
    PRIMARY KEY (contact_id, entry)
);
CREATE INDEX contact_search ON contact_word (space_id, entry, contact_id);

-- A CSV file on its way into a Space. All that is needed to go on stands here, so that it survives a restart.
CREATE TABLE contact_import (
    id uuid PRIMARY KEY,
    seq bigint GENERATED ALWAYS AS IDENTITY,
    space_id uuid NOT NULL,
    file_name varchar(200) NOT NULL,
    started_by varchar(200) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    charset varchar(40) NOT NULL,
    delimiter varchar(1) NOT NULL,
    -- Columns of the file that a contact does not have.
    ignored varchar(500) NOT NULL,
    state varchar(20) NOT NULL,
    total int NOT NULL,
    done int DEFAULT 0 NOT NULL,
    added int DEFAULT 0 NOT NULL,
    skipped int DEFAULT 0 NOT NULL,
    faulty int DEFAULT 0 NOT NULL,
    refused int DEFAULT 0 NOT NULL,
    finished_at timestamp with time zone,
    attempts int DEFAULT 0 NOT NULL,
    lease_until timestamp with time zone
);
CREATE INDEX contact_import_due ON contact_import (state, seq);
CREATE INDEX contact_import_list ON contact_import (space_id, seq);

-- The file in pieces, until the import is done.
CREATE TABLE contact_import_part (
    import_id uuid NOT NULL,
    part int NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (import_id, part)
);

-- Lines that became no contact, and why.
CREATE TABLE contact_import_error (
    import_id uuid NOT NULL,
    line int NOT NULL,
    field varchar(20) NOT NULL,
    reason varchar(200) NOT NULL,
    content varchar(300) NOT NULL,
    PRIMARY KEY (import_id, line, field)
);
