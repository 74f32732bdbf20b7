-- Under which letter this file's numbers run, and why it changed. The newest row is the one that counts.
CREATE TABLE epoch (
  epoch INTEGER PRIMARY KEY,
  series_letter TEXT NOT NULL UNIQUE,
  first_seq INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('enrolled', 'restored', 'copied', 'set-back')),
  at TEXT NOT NULL,
  -- Where this file's own rows ended, and the hash that the first row of the epoch follows: after a set-back the hub's, not the file's own.
  own_seq INTEGER NOT NULL,
  joined_hash BLOB NOT NULL
) STRICT;
INSERT INTO epoch (epoch, series_letter, first_seq, why, at, own_seq, joined_hash)
  SELECT epoch, series_letter, 1, 'enrolled', enrolled_at, 0, zeroblob(32) FROM device;

-- Fingerprint of PC, folder and file. Absent: whoever opens the file next is where it belongs.
CREATE TABLE place (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  fingerprint TEXT NOT NULL,
  noted_at TEXT NOT NULL
) STRICT;

-- Answered entries that the hub has lost, to be sent again.
CREATE TABLE entry_again (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq)
) STRICT;

-- A later answer of the hub that is not the one in entry_answer; a person decides.
CREATE TABLE entry_dispute (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  outcome TEXT NOT NULL CHECK (outcome IN ('applied', 'duplicate', 'refused', 'conflict')),
  hub_receipt TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

-- Taken off the list by a named person; `by_entry_id` is that act.
CREATE TABLE entry_discard (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  by_entry_id TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Bytes that went over the line, every try counted.
CREATE TABLE entry_bytes (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  sent INTEGER NOT NULL
) STRICT;
CREATE TABLE scan_bytes (
  sha256 TEXT PRIMARY KEY,
  sent INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The newest signature of the hub under this journal, checked with the pinned key.
CREATE TABLE countersign (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  at TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT;

CREATE TABLE sync_alarm (
  code TEXT PRIMARY KEY CHECK (code IN ('countersign-wrong', 'countersign-missing', 'twin')),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  times INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Removals of one run of pages, and what a person has said to them.
CREATE TABLE pull_guard (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  state TEXT NOT NULL CHECK (state IN ('asking', 'kept', 'allowed')),
  kind TEXT NOT NULL,
  gone INTEGER NOT NULL,
  known INTEGER NOT NULL,
  since TEXT NOT NULL,
  decided_by TEXT
) STRICT;
CREATE TABLE pull_run (
  kind TEXT PRIMARY KEY,
  gone INTEGER NOT NULL,
  known INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Which run of changes the cursor counts in.
ALTER TABLE sync_state ADD COLUMN feed TEXT;
-- What the hub has not told again since it began a new run of changes.
CREATE INDEX vehicle_untold ON vehicle (plate) WHERE as_of = '';
CREATE INDEX person_untold ON person (id_kind, id_number) WHERE as_of = '';
-- What the hub says of this PC as a whole, and when it was asked to be let go.
ALTER TABLE sync_state ADD COLUMN shut_out TEXT CHECK (shut_out IN ('device.revoked', 'device.left'));
ALTER TABLE sync_state ADD COLUMN shut_out_at TEXT;
ALTER TABLE sync_state ADD COLUMN leave_asked_at TEXT;
ALTER TABLE sync_state ADD COLUMN leave_reason TEXT;

-- A newer word on the same thing came and was understood.
ALTER TABLE deferred_change ADD COLUMN outdated_at TEXT;
