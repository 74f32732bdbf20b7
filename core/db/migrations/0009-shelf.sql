-- Logbooks and plates that wait for their owners at this office, each at its place on the shelf.
CREATE TABLE shelf_item (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('elogbook-copy', 'paper-logbook', 'plates')),
  -- Of an eLogbook copy; its owner, number and surrender stand in `logbook`.
  application_id TEXT REFERENCES logbook (application_id),
  plate TEXT NOT NULL,
  owner TEXT NOT NULL,
  id_kind TEXT NOT NULL,
  id_number TEXT NOT NULL,
  phone TEXT NOT NULL,
  number TEXT NOT NULL,
  reference TEXT NOT NULL,
  -- What is looked for in one go: plate, name, number, reference and place, in capitals.
  words TEXT NOT NULL,
  place TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'handed-over', 'sent-back', 'missing')),
  shelved_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  send_back_reason TEXT,
  note TEXT NOT NULL DEFAULT '',
  CHECK ((kind = 'elogbook-copy') = (application_id IS NOT NULL)),
  CHECK ((state = 'sent-back') = (send_back_reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_item_age ON shelf_item (state, shelved_at);
CREATE INDEX shelf_item_place ON shelf_item (place, state);
CREATE INDEX shelf_item_plate ON shelf_item (plate, state);
-- A thing lies in one place.
CREATE UNIQUE INDEX shelf_item_once ON shelf_item (application_id) WHERE application_id IS NOT NULL AND state IN ('waiting', 'missing');

-- Who took an item, or an eLogbook copy that never stood on the shelf, and by whose word.
CREATE TABLE hand_over (
  id TEXT PRIMARY KEY,
  -- On its slip, gap-free.
  number TEXT NOT NULL UNIQUE,
  item_id TEXT REFERENCES shelf_item (id),
  application_id TEXT,
  at TEXT NOT NULL,
  collector_name TEXT NOT NULL,
  collector_id_number TEXT NOT NULL,
  collected_as TEXT NOT NULL CHECK (collected_as IN ('owner', 'named', 'letter')),
  letter_signed_by TEXT,
  letter_day TEXT,
  -- The scan of the letter, in the vault; it goes to the hub as scans of applications do.
  letter_sha256 TEXT,
  letter_bytes INTEGER,
  letter_pages INTEGER,
  method TEXT NOT NULL CHECK (method IN ('signature', 'typed-name')),
  -- The signature's path, or the name as it was typed.
  mark TEXT NOT NULL,
  is_old_book_in INTEGER NOT NULL CHECK (is_old_book_in IN (0, 1)),
  clerk_name TEXT NOT NULL,
  CHECK (item_id IS NOT NULL OR application_id IS NOT NULL),
  CHECK ((letter_signed_by IS NULL) = (letter_day IS NULL)),
  CHECK ((letter_sha256 IS NULL) = (letter_bytes IS NULL) AND (letter_sha256 IS NULL) = (letter_pages IS NULL)),
  CHECK (letter_sha256 IS NULL OR letter_signed_by IS NOT NULL),
  CHECK (collected_as <> 'letter' OR letter_sha256 IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX hand_over_item ON hand_over (item_id) WHERE item_id IS NOT NULL;
CREATE INDEX hand_over_application ON hand_over (application_id) WHERE application_id IS NOT NULL;
CREATE INDEX hand_over_letter ON hand_over (letter_sha256) WHERE letter_sha256 IS NOT NULL;

-- Scans that belong at the hub, each with the subject of the acts that name it.
CREATE VIEW scan_for_hub AS
  SELECT scan.sha256 AS sha256, attached_at AS at, 'application:' || application.id AS subject
  FROM scan JOIN application ON application.id = scan.application_id
  WHERE removed_at IS NULL AND submitted_at IS NOT NULL
  UNION ALL
  SELECT letter_sha256, at, coalesce('application:' || application_id, 'shelf:' || item_id) FROM hand_over WHERE letter_sha256 IS NOT NULL;

-- What the hub last said of the message to an item's owner.
CREATE TABLE shelf_notice (
  item_id TEXT PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('off', 'waiting', 'sent', 'failed')),
  at TEXT NOT NULL,
  reason TEXT
) STRICT, WITHOUT ROWID;
