-- Version 3: the file says itself whether its newest part may be missing.

-- Not 0 from before the first entry of an opening until its end, in the main file: then the newest part is in the log beside it.
INSERT INTO meta (key, value) VALUES ('in-use', 0);

-- Up to this entry an earlier version kept the record, which did not mark that.
INSERT INTO meta (key, value) SELECT 'marked-after', coalesce(max(seq), 0) FROM entries;
