-- The addresses that were to be set in A and AAAA records at the time of a check, one a line: what a page offers to copy,
-- and how a record that was right once is told from one that never was.
ALTER TABLE domain_check ADD COLUMN own_addresses varchar(1000);
