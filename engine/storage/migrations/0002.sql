-- Version 2: which computer this is, and what happened to its record.

-- One row an identity; the newest one holds. An earlier one stays, so that what was recorded under it can be told apart.
CREATE TABLE workstations (
  number      INTEGER PRIMARY KEY,
  id          TEXT NOT NULL UNIQUE CHECK (id <> ''), -- public
  key         BLOB NOT NULL CHECK (length(key) = 32), -- secret
  since       INTEGER NOT NULL,
  after_entry INTEGER NOT NULL, -- seq of the newest entry when it began
  origin      TEXT NOT NULL CHECK (origin IN ('created', 'enrolled', 'cloned', 'image')),
  station     TEXT NOT NULL,
  room        TEXT NOT NULL,
  place       TEXT NOT NULL,
  marks       TEXT NOT NULL -- of the machine, hashed, so that a copy on another one is noticed; '' if not known
) STRICT;

INSERT INTO workstations
  SELECT 1, lower(hex(randomblob(16))), value, (SELECT value FROM meta WHERE key = 'created'), 0, 'created', '', '', '', ''
  FROM meta WHERE key = 'workstation-key';

DELETE FROM meta WHERE key = 'workstation-key';

CREATE TABLE incidents (
  number INTEGER PRIMARY KEY,
  at     INTEGER NOT NULL, -- by the machine's own clock
  kind   TEXT NOT NULL CHECK (kind <> ''),
  detail TEXT NOT NULL -- a line of JSON
) STRICT;
