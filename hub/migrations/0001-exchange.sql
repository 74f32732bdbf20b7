-- What the hub keeps: who may speak (office, device), what they said (entry), the register (vehicle, person, logbook), what is asked for
-- (application and its hold on a vehicle, payment, scan), and what offices are told (change).

-- One row: which hub this is. Practice and real registers never share a database.
CREATE TABLE hub (
  one integer PRIMARY KEY CHECK (one = 1),
  practice boolean NOT NULL,
  public_key text NOT NULL,
  private_key text NOT NULL,
  -- X25519: what only the hub may read is sealed to it.
  seal_public_key text NOT NULL,
  seal_private_key text NOT NULL,
  secret text NOT NULL,
  -- Names this run of changes. A database that was restored gets a new one, because cursors of the old run mean nothing in it.
  feed uuid NOT NULL,
  -- The server, timeline and database that this is: another one at the next start means that it was restored.
  cluster text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL
);

CREATE TABLE office (
  code text PRIMARY KEY,
  name text NOT NULL,
  registrar boolean NOT NULL
);

CREATE TABLE device (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  device_no integer NOT NULL,
  epoch integer NOT NULL,
  series_letter text NOT NULL CHECK (series_letter ~ '^[A-Z]{1,2}$'),
  public_key text NOT NULL UNIQUE,
  -- X25519: what the hub sends to this device by hand is sealed to it.
  seal_key text NOT NULL,
  enrolled_at timestamptz NOT NULL,
  -- Told to send its queue and go; shut out at once; gone by its own word. The reason is of whichever was last.
  retiring_at timestamptz,
  revoked_at timestamptz,
  left_at timestamptz,
  state_reason text NOT NULL DEFAULT '',
  -- Where this device's chain ends as the hub knows it.
  head_seq bigint NOT NULL,
  head_hash text NOT NULL,
  UNIQUE (office_code, device_no),
  -- What `entry` refers to: the device and its office at once.
  UNIQUE (id, office_code)
);

-- The runs of a device's journal. A PC that was restored, copied or set back begins a new one behind an entry that the hub may already have
-- others behind: those of older epochs after `joined_seq` are a branch, which that PC no longer has. They are kept, and their acts stand.
CREATE TABLE device_epoch (
  device_id uuid NOT NULL REFERENCES device (id),
  epoch integer NOT NULL,
  series_letter text NOT NULL,
  joined_seq bigint NOT NULL,
  branch_entries integer NOT NULL,
  why text NOT NULL CHECK (why IN ('enrolled', 'restored', 'copied', 'set-back')),
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, epoch)
);

-- Faults that were found in a device's journal, which is why the batch was refused: one row for each place, however often it comes.
CREATE TABLE chain_alarm (
  device_id uuid NOT NULL REFERENCES device (id),
  epoch integer NOT NULL,
  seq bigint NOT NULL,
  fault text NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  times integer NOT NULL,
  PRIMARY KEY (device_id, epoch, seq, fault)
);

-- A gap that was filled since is no fault any more.
CREATE VIEW open_chain_alarm AS
  SELECT office_code || '/' || device_no AS device, chain_alarm.epoch, seq, fault, first_at, last_at, times
  FROM chain_alarm JOIN device ON device.id = device_id
  WHERE NOT (fault = 'chain.gap' AND (device.epoch, device.head_seq) >= (chain_alarm.epoch, seq));

-- The key of a device's office file, sealed so that only the hub's key opens it; the newest counts, the older ones are history.
CREATE TABLE device_escrow (
  device_id uuid NOT NULL REFERENCES device (id),
  received_at timestamptz NOT NULL,
  sealed text NOT NULL,
  PRIMARY KEY (device_id, received_at)
);

-- What the hub's operators did, and why.
CREATE TABLE operator_act (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL,
  -- The account of the computer that the command was given on.
  operator text NOT NULL,
  command text NOT NULL,
  subject text NOT NULL,
  reason text NOT NULL
);

CREATE TABLE enrol_code (
  code_hash text PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  expires_at timestamptz NOT NULL,
  -- The one device it made.
  device_id uuid UNIQUE REFERENCES device (id)
);

-- Every journal entry as it came. `at` is text because the hash covers it as sent. Without an answer an entry waits to be applied again.
CREATE TABLE entry (
  device_id uuid NOT NULL,
  epoch integer NOT NULL,
  seq bigint NOT NULL,
  entry_id uuid NOT NULL,
  office_code text NOT NULL,
  at text NOT NULL,
  actor jsonb NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('office', 'device')),
  payload text,
  salt text NOT NULL,
  payload_hash text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  received_at timestamptz NOT NULL,
  answer jsonb,
  -- Its PC was put back to before it and went on in a newer epoch.
  branch boolean NOT NULL DEFAULT false,
  PRIMARY KEY (device_id, epoch, seq),
  UNIQUE (device_id, epoch, entry_id),
  FOREIGN KEY (device_id, office_code) REFERENCES device (id, office_code)
);
CREATE INDEX entry_unanswered ON entry (device_id, seq) WHERE answer IS NULL AND NOT branch;

-- `body` is the vehicle of the protocol; the keys are its normalised plate and chassis number.
CREATE TABLE vehicle (
  plate_key text PRIMARY KEY,
  chassis_key text NOT NULL UNIQUE,
  body jsonb NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE person (
  id_kind text NOT NULL,
  id_number text NOT NULL,
  body jsonb NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (id_kind, id_number)
);

-- Drivers and learners; `body` is the driver of the protocol, the key their identity document.
CREATE TABLE driver (
  driver_key text PRIMARY KEY,
  body jsonb NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE application (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  device_id uuid NOT NULL REFERENCES device (id),
  reference text NOT NULL,
  service text NOT NULL,
  state text NOT NULL CHECK (state IN ('in-review', 'approved', 'collected', 'cancelled', 'returned', 'refused')),
  clerk_id uuid NOT NULL,
  plate_key text NOT NULL,
  collection_office text NOT NULL,
  submission jsonb NOT NULL,
  decision jsonb,
  logbook_number text,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  UNIQUE (office_code, reference)
);
CREATE INDEX application_plate ON application (plate_key);
-- Those that a driving school's list has paid for.
CREATE INDEX application_list ON application ((submission #>> '{payment,listId}')) WHERE submission #>> '{payment,listId}' IS NOT NULL;

-- The one application that a thing belongs to until it is decided: a vehicle by its plate and its chassis, a driver by what is asked for
-- them. Every office may read it: it is what the second one must be told.
CREATE TABLE application_hold (
  key text PRIMARY KEY,
  second_key text UNIQUE,
  application_id uuid NOT NULL UNIQUE,
  reference text NOT NULL,
  office_code text NOT NULL REFERENCES office (code),
  clerk_name text NOT NULL,
  since timestamptz NOT NULL,
  -- The day of a test that was booked: from the next day on it holds nobody. Null: held until it is decided.
  until date
);

-- The motorcycles of dealers' batches. `sent`: written down ahead of the act that asks for them.
CREATE TABLE batch_unit (
  id uuid PRIMARY KEY,
  application_id uuid NOT NULL,
  office_code text NOT NULL REFERENCES office (code),
  position integer NOT NULL,
  state text NOT NULL CHECK (state IN ('sent', 'in-review', 'returned', 'registered', 'withdrawn')),
  -- The unit of the protocol, and what became of it.
  body jsonb NOT NULL,
  outcome jsonb,
  UNIQUE (application_id, position)
);

-- A dealer's motorcycles. One is in the stock of one dealer at a time, in the whole country.
CREATE TABLE stock_unit (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  dealer_pin text NOT NULL,
  state text NOT NULL CHECK (state IN ('in-stock', 'sold', 'registered', 'plated', 'handed-over', 'withdrawn')),
  chassis text NOT NULL,
  engine_number text NOT NULL,
  plate text,
  -- Dealer and unit of the protocol.
  body jsonb NOT NULL
);
CREATE UNIQUE INDEX stock_unit_chassis ON stock_unit (chassis) WHERE state <> 'withdrawn';
CREATE UNIQUE INDEX stock_unit_engine ON stock_unit (engine_number) WHERE state <> 'withdrawn';
CREATE INDEX stock_unit_plate ON stock_unit (plate) WHERE plate IS NOT NULL;

-- The serials of plates that offices have put down for a mark: each is given once in the whole country.
CREATE TABLE plate_serial (
  serial text PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  item_id uuid NOT NULL,
  plate text NOT NULL,
  given_at timestamptz NOT NULL
);

-- The register of movements on dealers' KD plates.
CREATE TABLE trade_movement (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  dealer_pin text NOT NULL,
  plate text NOT NULL,
  out_at timestamptz NOT NULL,
  -- Dealer and movement of the protocol.
  body jsonb NOT NULL
);
CREATE INDEX trade_movement_plate ON trade_movement (plate, out_at);

CREATE INDEX vehicle_engine ON vehicle ((body ->> 'engineNumber'));

CREATE TABLE payment (
  office_code text NOT NULL REFERENCES office (code),
  receipt_number text NOT NULL,
  application_id uuid NOT NULL UNIQUE,
  method text NOT NULL CHECK (method IN ('mpesa', 'card', 'bank-slip', 'cash')),
  code text NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  state text NOT NULL CHECK (state IN ('to-match', 'matched', 'not-found', 'wrong-amount')),
  found_amount_cents bigint,
  taken_at timestamptz NOT NULL,
  -- A void receipt keeps its number. One that was written wrong gives its code back.
  voided_at timestamptz,
  void_reason text,
  spends_code boolean NOT NULL DEFAULT true,
  PRIMARY KEY (office_code, receipt_number),
  CHECK ((voided_at IS NULL) = (void_reason IS NULL))
);
-- Money is spent once in the whole country.
CREATE UNIQUE INDEX payment_code ON payment (method, code) WHERE code <> '' AND spends_code;

-- Money that an office asked back under one of its receipts.
CREATE TABLE refund (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  application_id uuid NOT NULL,
  receipt_number text NOT NULL,
  amount_cents bigint NOT NULL CHECK (amount_cents > 0),
  asked_at timestamptz NOT NULL
);
CREATE INDEX refund_application ON refund (application_id);

CREATE TABLE logbook (
  number text PRIMARY KEY,
  -- An application, or one unit of a batch.
  application_id uuid NOT NULL UNIQUE,
  office_code text NOT NULL REFERENCES office (code),
  collection_office text NOT NULL,
  body jsonb NOT NULL
);

-- A gap-free series: its row stays locked until the act that took the number is on disk.
CREATE TABLE number_series (
  name text PRIMARY KEY,
  last bigint NOT NULL
);

-- Which office has sent which scan; the bytes are a file named by its hash.
CREATE TABLE scan (
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  office_code text NOT NULL REFERENCES office (code),
  bytes bigint NOT NULL,
  received_at timestamptz NOT NULL,
  PRIMARY KEY (sha256, office_code)
);

-- When one-time codes were sent, by keyed hash of the phone: enough to limit them, and no list of phones.
CREATE TABLE code_sent (
  phone_hash text NOT NULL,
  sent_at timestamptz NOT NULL
);
CREATE INDEX code_sent_phone ON code_sent (phone_hash, sent_at);

-- What owners are told of items on an office's shelf: a message when it is there, and a reminder that waits for its month beside it.
-- `sending` is written before a message leaves, so a message leaves once at the most.
CREATE TABLE owner_notice (
  office_code text NOT NULL REFERENCES office (code),
  item_id uuid NOT NULL,
  round text NOT NULL CHECK (round IN ('ready', 'reminder')),
  item_kind text NOT NULL CHECK (item_kind IN ('elogbook-copy', 'paper-logbook', 'plates')),
  plate_key text NOT NULL,
  -- Where its hand-over stands in the journal.
  subject text NOT NULL,
  -- E.164.
  phone text NOT NULL,
  message text NOT NULL,
  state text NOT NULL CHECK (state IN ('off', 'waiting', 'sending', 'sent', 'failed', 'dropped')),
  reason text,
  message_id text NOT NULL DEFAULT '',
  tries integer NOT NULL DEFAULT 0,
  made_at timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  first_tried_at timestamptz,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (office_code, item_id, round)
);
CREATE INDEX owner_notice_due ON owner_notice (next_at) WHERE state = 'waiting';
CREATE INDEX owner_notice_sending ON owner_notice (changed_at) WHERE state = 'sending';
CREATE INDEX owner_notice_changed ON owner_notice (changed_at);
CREATE INDEX owner_notice_plate ON owner_notice (office_code, plate_key);
-- How a sender learns that an item left the shelf.
CREATE INDEX entry_off_shelf ON entry (office_code, subject) WHERE kind IN ('shelf.handOver', 'shelf.sendBack');

-- Seats of one class in one session of one day at a test centre. Its rows in `seat` are made when the first is lent.
CREATE TABLE seat_session (
  centre text NOT NULL,
  day date NOT NULL,
  session text NOT NULL,
  class text NOT NULL,
  seats integer NOT NULL CHECK (seats >= 0),
  PRIMARY KEY (centre, day, session, class)
);

-- What was lent to whom until when, as the device was told; never changed after.
CREATE TABLE seat_lease (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  device_id uuid NOT NULL REFERENCES device (id),
  epoch integer NOT NULL,
  body jsonb NOT NULL
);

-- One seat: with whom it is now, from when on it may be lent (again), and whose it is for good.
CREATE TABLE seat (
  centre text NOT NULL,
  day date NOT NULL,
  session text NOT NULL,
  class text NOT NULL,
  number integer NOT NULL CHECK (number > 0),
  lease_id uuid REFERENCES seat_lease (id),
  lendable_from timestamptz,
  booked_by uuid,
  PRIMARY KEY (centre, day, session, class, number),
  FOREIGN KEY (centre, day, session, class) REFERENCES seat_session,
  CHECK (lease_id IS NULL OR lendable_from IS NOT NULL)
);
CREATE UNIQUE INDEX seat_booked ON seat (booked_by) WHERE booked_by IS NOT NULL;

-- A candidate's test, for the office that booked it and the office that runs the centre: the day list's row, who came, and the result that
-- stands. `result` is the change's body, null until there is one; a correction takes its place, and the entries keep what was before.
CREATE TABLE test_booking (
  application_id uuid PRIMARY KEY,
  number text NOT NULL,
  office_code text NOT NULL REFERENCES office (code),
  run_by text NOT NULL,
  clerk_id uuid NOT NULL,
  driver_key text NOT NULL,
  centre text NOT NULL,
  day date NOT NULL,
  class text NOT NULL,
  state text NOT NULL CHECK (state IN ('booked', 'cancelled')),
  came_at timestamptz,
  result jsonb
);
CREATE INDEX test_booking_tested ON test_booking (driver_key, run_by);

-- Packs of numbered office sheets, each with the device that received it; numbers that were given back are taken out.
CREATE TABLE sheet_range (
  id uuid PRIMARY KEY,
  office_code text NOT NULL REFERENCES office (code),
  device_id uuid NOT NULL REFERENCES device (id),
  -- Letters before the number, and how many digits it is printed with.
  prefix text NOT NULL,
  digits integer NOT NULL,
  numbers int8multirange NOT NULL,
  received_at timestamptz NOT NULL
);
CREATE INDEX sheet_range_make ON sheet_range (prefix, digits);
CREATE INDEX sheet_range_device ON sheet_range (device_id);

-- What offices pull, in the order of (tx, seq): a plain sequence would lose rows that commit late (RELIABILITY §0.5).
CREATE TABLE change (
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  audience text NOT NULL,
  kind text NOT NULL,
  key text NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (tx, seq)
);
CREATE INDEX change_audience ON change (audience, tx, seq);
CREATE INDEX change_key ON change (audience, kind, key);
