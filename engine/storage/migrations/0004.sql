-- Version 4: the list of people as whoever leads them keeps it: service number, rank, unit.

-- A row tells what holds of a person from a day on; the newest row of a person holds now, and no row is ever changed but to be erased.
-- Rows stand in the order of `row`, and the entry that brought them holds the hash of their commitments.
CREATE TABLE roster (
  row        INTEGER PRIMARY KEY,
  entry      INTEGER NOT NULL REFERENCES entries (seq),
  person     TEXT NOT NULL CHECK (person <> ''),
  commitment BLOB NOT NULL CHECK (length(commitment) = 32),
  salt       BLOB CHECK (salt IS NULL OR length(salt) = 16),
  number     TEXT, -- '': this person has none any more
  name       TEXT,
  rank       TEXT,
  unit       TEXT,
  sex        TEXT,
  language   TEXT,
  since      TEXT, -- a day, 2026-10-01
  CHECK ((salt IS NULL) = (number IS NULL) AND (salt IS NULL) = (name IS NULL) AND (salt IS NULL) = (rank IS NULL) AND
         (salt IS NULL) = (unit IS NULL) AND (salt IS NULL) = (sex IS NULL) AND (salt IS NULL) = (language IS NULL) AND
         (salt IS NULL) = (since IS NULL))
) STRICT;

CREATE INDEX roster_by_person ON roster (person);
