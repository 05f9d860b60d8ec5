-- Version 5: the list of people says who may supervise a test.

ALTER TABLE roster ADD COLUMN supervises TEXT; -- 'yes', else '' or NULL: not
