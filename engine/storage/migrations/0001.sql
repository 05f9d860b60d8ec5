-- Version 1: the chain, people, attempts, typed texts, kept content, settings.
-- Times are milliseconds since 1970 in UTC. Hashes are 32 raw bytes. Ids are opaque words.

CREATE TABLE meta (
  key   TEXT PRIMARY KEY,
  value ANY NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE people (
  id           TEXT PRIMARY KEY CHECK (id <> ''),
  name         TEXT NOT NULL,
  pin          TEXT NOT NULL,
  created      INTEGER NOT NULL,
  settings     TEXT NOT NULL,
  warm_up_done INTEGER NOT NULL CHECK (warm_up_done IN (0, 1)),
  erased       INTEGER NOT NULL CHECK (erased IN (0, 1))
) STRICT;

-- No foreign key to people: a guest's attempt has person ''.
CREATE TABLE attempts (
  number         INTEGER PRIMARY KEY,
  id             TEXT NOT NULL UNIQUE CHECK (id <> ''),
  person         TEXT NOT NULL,
  scenario       TEXT NOT NULL,
  title          TEXT NOT NULL,
  mode           TEXT NOT NULL,
  channel        TEXT NOT NULL,
  supervision    TEXT NOT NULL,
  variant        TEXT NOT NULL,
  started        INTEGER NOT NULL,
  rules_hash     BLOB NOT NULL CHECK (length(rules_hash) = 32),
  seed           TEXT NOT NULL,
  parent_attempt TEXT NOT NULL,
  parent_turn    INTEGER NOT NULL,
  language       TEXT NOT NULL,
  shown_hash     BLOB NOT NULL CHECK (length(shown_hash) = 32),
  state          TEXT NOT NULL CHECK (state IN ('open', 'passed', 'failed', 'closed')),
  turn           INTEGER NOT NULL,
  head           BLOB NOT NULL CHECK (length(head) = 32),
  progress       TEXT NOT NULL,
  finished       INTEGER,
  touched        INTEGER NOT NULL -- seq of the newest entry: the order of use, even where a clock was set back
) STRICT;

CREATE INDEX attempts_by_person ON attempts (person);

-- `seq` is given by the program as the one before plus 1, so a gap is damage. Rows are never changed or deleted.
-- No index on `hash`: two equal ones would be two equal predecessors, and the index costs a page for each append.
CREATE TABLE entries (
  seq      INTEGER PRIMARY KEY,
  attempt  TEXT NOT NULL REFERENCES attempts (id),
  turn     INTEGER NOT NULL,
  kind     TEXT NOT NULL,
  line     TEXT NOT NULL,
  previous BLOB NOT NULL CHECK (length(previous) = 32),
  hash     BLOB NOT NULL CHECK (length(hash) = 32),
  at       INTEGER NOT NULL,
  UNIQUE (attempt, turn)
) STRICT;

CREATE TRIGGER entries_are_never_changed BEFORE UPDATE ON entries
BEGIN SELECT RAISE(ABORT, 'a sealed entry is never changed'); END;

CREATE TRIGGER entries_are_never_deleted BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'a sealed entry is never deleted'); END;

CREATE TABLE typed_texts (
  commitment BLOB PRIMARY KEY CHECK (length(commitment) = 32),
  entry      INTEGER NOT NULL REFERENCES entries (seq),
  attempt    TEXT NOT NULL,
  salt       BLOB CHECK (salt IS NULL OR length(salt) = 16),
  text       TEXT,
  erased     INTEGER NOT NULL CHECK (erased IN (0, 1)),
  CHECK (erased = (salt IS NULL) AND erased = (text IS NULL))
) STRICT;

CREATE INDEX typed_texts_by_attempt ON typed_texts (attempt);

CREATE TABLE content (
  hash  BLOB PRIMARY KEY CHECK (length(hash) = 32),
  bytes BLOB NOT NULL,
  kept  INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
