-- A dealer's batch of motorcycles while it is made: typed, read from files, mended and looked through (issue 6).
CREATE TABLE dealer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kra_pin TEXT NOT NULL UNIQUE,
  phone TEXT NOT NULL
) STRICT;

-- Whose stock a dealer's clerk works on.
CREATE TABLE dealer_clerk (
  user_id TEXT PRIMARY KEY REFERENCES user (id),
  dealer_id TEXT NOT NULL REFERENCES dealer (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  dealer_id TEXT NOT NULL REFERENCES dealer (id),
  state TEXT NOT NULL CHECK (state IN ('draft', 'checked', 'sent', 'deleted')),
  owner_id TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  checked_by TEXT,
  opened_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  -- Counts every change of a row, so that a file read meanwhile is not brought in over it.
  version INTEGER NOT NULL,
  CHECK ((state IN ('checked', 'sent')) = (checked_by IS NOT NULL))
) STRICT;
-- Who opened it or changed a row since it was last looked through: none of them is the second pair of eyes.
CREATE TABLE batch_maker (
  batch_id TEXT NOT NULL REFERENCES batch (id),
  user_id TEXT NOT NULL,
  PRIMARY KEY (batch_id, user_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_dealer ON batch (dealer_id, changed_at);

-- One file brought in. Its rows count once it is done; until then nobody sees them.
CREATE TABLE batch_load (
  id TEXT PRIMARY KEY,
  batch_id TEXT NOT NULL REFERENCES batch (id),
  file_name TEXT NOT NULL,
  file_hash TEXT NOT NULL,
  is_done INTEGER NOT NULL CHECK (is_done IN (0, 1))
) STRICT;
CREATE INDEX batch_load_open ON batch_load (id) WHERE is_done = 0;

CREATE TABLE batch_row (
  row_no INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  batch_id TEXT NOT NULL REFERENCES batch (id),
  -- Null where it was typed.
  load_id TEXT REFERENCES batch_load (id),
  -- The bad row whose place it takes once its file is done.
  replaces_id TEXT,
  position INTEGER NOT NULL,
  -- JSON: texts by field; as they came from the file, so that the same file changes nothing: null until one was changed.
  cells TEXT NOT NULL,
  came TEXT,
  -- JSON: what still stands; what people have said is right.
  problems TEXT NOT NULL,
  confirmed TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('good', 'bad', 'aside')),
  -- Normalised, and with look-alikes folded, for comparing.
  chassis TEXT NOT NULL,
  chassis_key TEXT NOT NULL,
  engine TEXT NOT NULL,
  engine_key TEXT NOT NULL
) STRICT;
CREATE INDEX batch_row_place ON batch_row (batch_id, position);
CREATE INDEX batch_row_load ON batch_row (load_id) WHERE load_id IS NOT NULL;
CREATE INDEX vehicle_engine ON vehicle (engine_number);

-- By what a row is found: 'c:' and its folded chassis, 'e:' and its folded engine number. No index of the table itself, because the
-- numbers of a file come in any order: they are written in their own order once its rows stand, each page of a large office file once.
CREATE TABLE batch_row_number (
  key TEXT NOT NULL,
  row_no INTEGER NOT NULL,
  PRIMARY KEY (key, row_no)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER batch_row_typed AFTER INSERT ON batch_row WHEN NEW.load_id IS NULL BEGIN
  INSERT INTO batch_row_number (key, row_no)
    SELECT key, NEW.row_no FROM (SELECT 'c:' || NEW.chassis_key AS key UNION ALL SELECT 'e:' || NEW.engine_key) WHERE length(key) > 2;
END;
CREATE TRIGGER batch_row_mended AFTER UPDATE OF chassis_key, engine_key ON batch_row
  WHEN (NEW.chassis_key, NEW.engine_key) <> (OLD.chassis_key, OLD.engine_key) BEGIN
  DELETE FROM batch_row_number WHERE key IN ('c:' || OLD.chassis_key, 'e:' || OLD.engine_key) AND row_no = OLD.row_no;
  INSERT INTO batch_row_number (key, row_no)
    SELECT key, NEW.row_no FROM (SELECT 'c:' || NEW.chassis_key AS key UNION ALL SELECT 'e:' || NEW.engine_key) WHERE length(key) > 2;
END;
CREATE TRIGGER batch_row_gone AFTER DELETE ON batch_row BEGIN
  DELETE FROM batch_row_number WHERE key IN ('c:' || OLD.chassis_key, 'e:' || OLD.engine_key) AND row_no = OLD.row_no;
END;

-- The rows that count.
CREATE VIEW standing_batch_row AS
  SELECT batch_row.* FROM batch_row LEFT JOIN batch_load ON batch_load.id = batch_row.load_id
  WHERE batch_row.load_id IS NULL OR batch_load.is_done = 1;

-- What a dealer's own headings mean, as a person has said once; null is left out.
CREATE TABLE batch_heading (
  dealer_id TEXT NOT NULL REFERENCES dealer (id),
  heading_key TEXT NOT NULL,
  field TEXT,
  PRIMARY KEY (dealer_id, heading_key)
) STRICT, WITHOUT ROWID;
