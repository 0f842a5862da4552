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
