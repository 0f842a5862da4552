-- Beginnings of each two words of a contact, followed by its sort key, so that a search for two common words that hardly
-- meet reads few rows. A blank, with which no word begins, tells them from words. A word that is the beginning of another
-- one needs no pair with it: whoever looks for both looks for the longer one.
INSERT INTO contact_word (space_id, entry, contact_id)
WITH word AS (
    SELECT contact.space_id, contact.id, contact.sort_key,
        SUBSTRING(entry FROM 1 FOR OCTET_LENGTH(entry) - OCTET_LENGTH(sort_key) - 1) AS text
    FROM contact_word JOIN contact ON contact.id = contact_word.contact_id
)
SELECT DISTINCT word.space_id,
    CAST(' ' AS bytea) || SUBSTRING(word.text FROM 1 FOR 3) || SUBSTRING(other.text FROM 1 FOR 3) || word.sort_key,
    word.id
FROM word JOIN word other ON other.id = word.id
WHERE word.text < other.text AND SUBSTRING(other.text FROM 1 FOR OCTET_LENGTH(word.text)) <> word.text
    AND OCTET_LENGTH(word.text) >= 3 AND OCTET_LENGTH(other.text) >= 3;
