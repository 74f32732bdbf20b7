-- A driving school's candidates for one session of driving tests, typed or read from a file, until they are booked in one act.
CREATE TABLE school_list (
  id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  school TEXT NOT NULL,
  contact_name TEXT NOT NULL,
  contact_phone TEXT NOT NULL,
  centre TEXT NOT NULL,
  day TEXT NOT NULL,
  session TEXT NOT NULL,
  class TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'booked', 'deleted')),
  opened_by TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX school_list_changed ON school_list (changed_at);

CREATE TABLE school_candidate (
  id TEXT PRIMARY KEY,
  list_id TEXT NOT NULL REFERENCES school_list (id),
  position INTEGER NOT NULL,
  -- JSON: texts by field; as they came from a file, so that the same file changes nothing; what people have said is right.
  cells TEXT NOT NULL,
  came TEXT NOT NULL,
  confirmed TEXT NOT NULL,
  is_aside INTEGER NOT NULL CHECK (is_aside IN (0, 1)),
  -- The booking, or the place on the wait list, that it became.
  application_id TEXT UNIQUE REFERENCES application (id),
  UNIQUE (list_id, position)
) STRICT;

-- What of one payment pays for an application that has no payment of its own: the booking of a candidate who came with a list.
CREATE TABLE payment_share (
  application_id TEXT PRIMARY KEY REFERENCES application (id),
  receipt_number TEXT NOT NULL REFERENCES payment (receipt_number),
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0)
) STRICT, WITHOUT ROWID;
CREATE INDEX payment_share_receipt ON payment_share (receipt_number);
