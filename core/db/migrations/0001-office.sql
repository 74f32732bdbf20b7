-- The office's own file: who it is, who works there, what was done (journal), what is asked for (application) and what the register said.
CREATE TABLE migration (
  version INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  checksum TEXT NOT NULL
) STRICT;

-- Exactly one row once the PC is enrolled.
CREATE TABLE device (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  id TEXT NOT NULL,
  device_no INTEGER NOT NULL,
  epoch INTEGER NOT NULL,
  series_letter TEXT NOT NULL,
  office_code TEXT NOT NULL,
  office_name TEXT NOT NULL,
  registrar INTEGER NOT NULL CHECK (registrar IN (0, 1)),
  practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
  hub_url TEXT NOT NULL,
  public_key BLOB NOT NULL,
  private_key BLOB NOT NULL,
  -- X25519: opens what the hub sealed for this PC.
  seal_private_key BLOB NOT NULL,
  -- Raw public keys of the one hub that this PC believes: Ed25519 for its signatures, X25519 to seal for it.
  hub_key BLOB NOT NULL,
  hub_seal_key BLOB NOT NULL,
  enrolled_at TEXT NOT NULL
) STRICT;

CREATE TABLE office_setting (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE user (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  login TEXT NOT NULL UNIQUE COLLATE NOCASE,
  roles TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  must_change_password INTEGER NOT NULL CHECK (must_change_password IN (0, 1)),
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1)),
  failed_tries INTEGER NOT NULL DEFAULT 0,
  lock_level INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT,
  last_sign_in_at TEXT,
  created_at TEXT NOT NULL
) STRICT;

-- Audit log and outbox in one (DESIGN §3). Rows are only ever added.
CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  entry_id TEXT NOT NULL UNIQUE,
  epoch INTEGER NOT NULL,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  actor_roles TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('office', 'device')),
  payload_hash BLOB NOT NULL,
  previous_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX journal_subject ON journal (subject, seq);

CREATE TRIGGER journal_keeps_rows BEFORE DELETE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;
CREATE TRIGGER journal_keeps_facts BEFORE UPDATE ON journal BEGIN
  SELECT RAISE(ABORT, 'the journal is append-only');
END;

-- Stands beside its entry and may be erased when its retention ends; the chain still verifies.
CREATE TABLE journal_payload (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  salt BLOB NOT NULL,
  payload TEXT NOT NULL,
  reply TEXT NOT NULL
) STRICT;

-- Where the chain ends, so that a missing tail shows.
CREATE TABLE journal_head (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash BLOB NOT NULL,
  at TEXT NOT NULL
) STRICT;

-- Gap-free numbers that people see; taken in the transaction of the act they number.
CREATE TABLE series (
  kind TEXT NOT NULL,
  letter TEXT NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (kind, letter)
) STRICT, WITHOUT ROWID;

-- What the hub answered to an entry. An entry of scope office without a row here is still in the queue.
CREATE TABLE entry_answer (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  outcome TEXT NOT NULL CHECK (outcome IN ('applied', 'duplicate', 'refused', 'conflict')),
  hub_receipt TEXT NOT NULL,
  answered_at TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE TABLE entry_try (
  seq INTEGER PRIMARY KEY REFERENCES journal (seq),
  tries INTEGER NOT NULL,
  last_tried_at TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;

CREATE TABLE sync_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  pull_cursor TEXT NOT NULL,
  last_contact_at TEXT,
  -- When the hub last had nothing more to tell: the register's facts here were true then.
  heard_all_at TEXT,
  hub_offset_ms INTEGER NOT NULL DEFAULT 0
) STRICT;

-- The hub's newest word on what an office is held to: how long it may work without a line, which device is to stop.
CREATE TABLE hub_word (
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;

-- Changes of kinds this version does not know: kept for the version that does.
CREATE TABLE deferred_change (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  key TEXT NOT NULL,
  body TEXT NOT NULL,
  received_at TEXT NOT NULL
) STRICT;

CREATE TABLE vehicle (
  plate TEXT PRIMARY KEY,
  chassis TEXT NOT NULL,
  engine_number TEXT NOT NULL,
  owner_id_number TEXT NOT NULL,
  owner_kra_pin TEXT NOT NULL,
  owner_phone TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  facts TEXT NOT NULL,
  as_of TEXT NOT NULL
) STRICT;
CREATE INDEX vehicle_chassis ON vehicle (chassis);
CREATE INDEX vehicle_chassis_tail ON vehicle (substr(chassis, -6));
CREATE INDEX vehicle_owner_id ON vehicle (owner_id_number);
CREATE INDEX vehicle_owner_pin ON vehicle (owner_kra_pin);
CREATE INDEX vehicle_owner_phone ON vehicle (owner_phone);

CREATE TABLE person (
  id_kind TEXT NOT NULL,
  id_number TEXT NOT NULL,
  name TEXT NOT NULL,
  kra_pin TEXT NOT NULL,
  phone TEXT NOT NULL,
  postal_address TEXT NOT NULL,
  as_of TEXT NOT NULL,
  PRIMARY KEY (id_kind, id_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX person_number ON person (id_number);
CREATE INDEX person_pin ON person (kra_pin);
CREATE INDEX person_phone ON person (phone);

CREATE TABLE application (
  id TEXT PRIMARY KEY,
  reference TEXT NOT NULL UNIQUE,
  service TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'awaiting-party', 'awaiting-payment', 'queued', 'in-review', 'approved', 'ready', 'collected',
    'declined', 'cancelled', 'conflict', 'returned', 'refused', 'expired')),
  office_code TEXT NOT NULL,
  clerk_id TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  plate TEXT NOT NULL,
  chassis TEXT NOT NULL,
  -- What only one open application may be about where that is no vehicle, such as a driver's provisional licence; else empty.
  hold_key TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL,
  body TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  submitted_at TEXT,
  due_day TEXT,
  supervised_by TEXT,
  decision TEXT,
  logbook_number TEXT
) STRICT;
CREATE INDEX application_state ON application (state, changed_at);
CREATE INDEX application_plate ON application (plate) WHERE plate <> '';
CREATE INDEX application_chassis ON application (chassis) WHERE chassis <> '';
CREATE INDEX application_hold_key ON application (hold_key) WHERE hold_key <> '';

-- Typing that is not yet an act.
CREATE TABLE draft (
  application_id TEXT PRIMARY KEY REFERENCES application (id),
  clerk_id TEXT NOT NULL,
  body TEXT NOT NULL,
  step TEXT NOT NULL,
  field TEXT NOT NULL,
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmation (
  application_id TEXT NOT NULL REFERENCES application (id),
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('code', 'signature', 'typed-name', 'by-list')),
  at TEXT NOT NULL,
  witness TEXT NOT NULL,
  content_hash TEXT NOT NULL,
  evidence_hash TEXT NOT NULL,
  -- Last, because it may be long and only its hash is read with every act.
  evidence TEXT NOT NULL,
  PRIMARY KEY (application_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE one_time_code (
  application_id TEXT NOT NULL REFERENCES application (id),
  role TEXT NOT NULL,
  salt TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  wrong_tries INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (application_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL REFERENCES application (id),
  kind TEXT NOT NULL,
  file_name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  pages INTEGER NOT NULL,
  attached_at TEXT NOT NULL,
  removed_at TEXT
) STRICT;
CREATE INDEX scan_application ON scan (application_id);
CREATE INDEX scan_sha256 ON scan (sha256);

-- Which scans the hub holds already, by content.
CREATE TABLE scan_at_hub (
  sha256 TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE fee_line (
  application_id TEXT NOT NULL REFERENCES application (id),
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  label_key TEXT NOT NULL,
  amount_cents INTEGER NOT NULL,
  schedule_id TEXT NOT NULL,
  row_id TEXT NOT NULL,
  -- How many motorcycles of a batch pay it; null where it is paid once.
  units INTEGER CHECK (units >= 1),
  PRIMARY KEY (application_id, position)
) STRICT, WITHOUT ROWID;

-- A payment is its receipt: one row, one number.
CREATE TABLE payment (
  receipt_number TEXT PRIMARY KEY,
  application_id TEXT NOT NULL UNIQUE REFERENCES application (id),
  payer TEXT NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('mpesa', 'card', 'bank-slip', 'cash')),
  code TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  taken_at TEXT NOT NULL,
  clerk_id TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('to-match', 'matched', 'not-found', 'wrong-amount')),
  found_amount_cents INTEGER,
  -- A receipt that was written wrong gives its code back; any other code is spent for good.
  spends_code INTEGER NOT NULL DEFAULT 1 CHECK (spends_code IN (0, 1)),
  -- A void receipt keeps its row and its number.
  voided_at TEXT,
  void_reason TEXT,
  void_note TEXT NOT NULL DEFAULT '',
  voided_by TEXT NOT NULL DEFAULT '',
  void_supervisor TEXT NOT NULL DEFAULT '',
  CHECK ((voided_at IS NULL) = (void_reason IS NULL)),
  CHECK ((voided_at IS NULL) = (void_supervisor = ''))
) STRICT;
CREATE UNIQUE INDEX payment_code ON payment (code, method) WHERE code <> '' AND spends_code = 1;
CREATE INDEX payment_any_code ON payment (code) WHERE code <> '';
CREATE INDEX payment_taken_at ON payment (taken_at);

-- Each time that a receipt was printed again, under its own number.
CREATE TABLE receipt_reprint (
  receipt_number TEXT NOT NULL REFERENCES payment (receipt_number),
  reprint INTEGER NOT NULL CHECK (reprint >= 1),
  at TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  reason TEXT NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (receipt_number, reprint)
) STRICT, WITHOUT ROWID;

CREATE TABLE registrar_case (
  application_id TEXT PRIMARY KEY,
  submission TEXT NOT NULL,
  state TEXT NOT NULL,
  received_at TEXT NOT NULL,
  decision TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE logbook (
  number TEXT PRIMARY KEY,
  verify_number TEXT NOT NULL,
  application_id TEXT NOT NULL UNIQUE,
  reference TEXT NOT NULL,
  plate TEXT NOT NULL,
  collection_office TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  vehicle TEXT NOT NULL,
  ownership TEXT NOT NULL,
  postal_address TEXT NOT NULL,
  collector_id_number TEXT NOT NULL,
  -- JSON: number and cause of the older book whose place it takes.
  replaces TEXT NOT NULL,
  surrender TEXT NOT NULL CHECK (surrender IN ('required', 'done', 'not-applicable')),
  -- JSON: number, day and cause of the newer eLogbook that took its place; null while it is good.
  ended_by TEXT,
  handed_over_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX logbook_verify_number ON logbook (verify_number);
CREATE INDEX logbook_office ON logbook (collection_office, handed_over_at);

CREATE TABLE logbook_copy (
  logbook_number TEXT NOT NULL REFERENCES logbook (number),
  copy INTEGER NOT NULL,
  at TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  -- Why a further copy was made, and who allowed it; the first needs neither.
  reason TEXT,
  note TEXT NOT NULL DEFAULT '',
  supervisor TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (logbook_number, copy),
  CHECK ((copy = 1) = (reason IS NULL)),
  CHECK ((reason IS NULL) = (supervisor = ''))
) STRICT, WITHOUT ROWID;

CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  shown_from TEXT NOT NULL,
  shown_until TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Words of names for the one search box; `subject` is `vehicle:<plate>`, or `person:<kind>:<number>`.
-- Rows of the index by subject.
CREATE TABLE name_row (
  row INTEGER PRIMARY KEY,
  subject TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE name_index USING fts5 (name, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
