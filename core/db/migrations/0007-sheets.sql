-- Numbered office sheets: every one that was received, and what became of it.
CREATE TABLE sheet_range (
  id TEXT PRIMARY KEY,
  -- Letters before the number, and how many digits it is printed with.
  prefix TEXT NOT NULL,
  digits INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL,
  -- The act that received it; what the hub answered to that says whose it is.
  entry_id TEXT NOT NULL UNIQUE,
  CHECK (first <= last)
) STRICT, WITHOUT ROWID;

CREATE TABLE sheet (
  -- In the order in which they came, which is the order in which they are used.
  position INTEGER PRIMARY KEY,
  serial TEXT NOT NULL UNIQUE,
  range_id TEXT NOT NULL REFERENCES sheet_range (id),
  state TEXT NOT NULL CHECK (state IN ('received', 'used', 'spoiled', 'returned')),
  taken_at TEXT,
  taken_by TEXT NOT NULL DEFAULT '',
  -- What is printed on it: a copy of a logbook.
  logbook_number TEXT,
  copy INTEGER,
  spoiled_at TEXT,
  spoil_reason TEXT,
  spoil_note TEXT NOT NULL DEFAULT '',
  FOREIGN KEY (logbook_number, copy) REFERENCES logbook_copy (logbook_number, copy),
  CHECK ((state = 'received') = (taken_at IS NULL)),
  CHECK ((state = 'spoiled') = (spoiled_at IS NOT NULL)),
  CHECK ((spoiled_at IS NULL) = (spoil_reason IS NULL)),
  CHECK ((logbook_number IS NULL) = (copy IS NULL))
) STRICT;
CREATE INDEX sheet_stock ON sheet (position) WHERE state = 'received';
CREATE INDEX sheet_taken_at ON sheet (taken_at);
CREATE INDEX sheet_range_of ON sheet (range_id);
CREATE INDEX sheet_copy ON sheet (logbook_number, copy) WHERE logbook_number IS NOT NULL;

-- Each time that a copy of a logbook was sent to a printer.
CREATE INDEX print_job_copy ON print_job (json_extract(paper, '$.id'), json_extract(paper, '$.copy'))
  WHERE json_extract(paper, '$.kind') = 'logbook-copy';
