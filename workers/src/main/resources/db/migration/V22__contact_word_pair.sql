-- Beginnings of each two words of a contact, followed by its sort key, so that a search for two common words that hardly
-- meet reads few rows. A blank, with which no word begins, tells them from words.
INSERT INTO contact_word (space_id, entry, contact_id)
SELECT DISTINCT word.space_id,
    CAST(' ' AS bytea) || SUBSTRING(word.entry FROM 1 FOR 3) || SUBSTRING(other.entry FROM 1 FOR 3) || contact.sort_key,
    word.contact_id
FROM contact_word word
JOIN contact_word other ON other.contact_id = word.contact_id
JOIN contact ON contact.id = word.contact_id
WHERE SUBSTRING(word.entry FROM 1 FOR 3) < SUBSTRING(other.entry FROM 1 FOR 3);
