-- Some letters become two in lower case.
ALTER TABLE space ALTER COLUMN name_lower SET DATA TYPE varchar(300);

-- What housekeeping looks for.
CREATE INDEX space_cancelled ON space (state, cancelled_at);
