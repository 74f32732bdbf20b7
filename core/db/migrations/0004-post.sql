-- Letters to the hub that were written on this PC, by file beside the database; the answer that came back is noted.
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  written_at TEXT NOT NULL,
  entries INTEGER NOT NULL,
  scans INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  answered_at TEXT
) STRICT, WITHOUT ROWID;
