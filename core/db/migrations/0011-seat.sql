-- Which class is tested where, when, and on how many seats in the country, as the hub opened them.
CREATE TABLE test_session (
  centre TEXT NOT NULL,
  day TEXT NOT NULL,
  session TEXT NOT NULL,
  class TEXT NOT NULL,
  seats INTEGER NOT NULL,
  PRIMARY KEY (centre, day, session, class)
) STRICT, WITHOUT ROWID;

-- Seats lent to a device of this office. `until` is null while the hub has not answered; `seats` is a JSON array of numbers.
CREATE TABLE seat_lease (
  lease_id TEXT PRIMARY KEY,
  device_id TEXT NOT NULL,
  epoch INTEGER NOT NULL,
  centre TEXT NOT NULL,
  day TEXT NOT NULL,
  session TEXT NOT NULL,
  class TEXT NOT NULL,
  seats TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  lent_from TEXT,
  until TEXT,
  CHECK ((lent_from IS NULL) = (until IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX seat_lease_place ON seat_lease (centre, class, day, session);
CREATE INDEX seat_lease_day ON seat_lease (day);

-- What became of a lent seat here: booked, or given back for good.
CREATE TABLE leased_seat (
  lease_id TEXT NOT NULL REFERENCES seat_lease (lease_id),
  seat INTEGER NOT NULL,
  application_id TEXT UNIQUE,
  returned_at TEXT,
  PRIMARY KEY (lease_id, seat),
  CHECK ((application_id IS NULL) <> (returned_at IS NULL))
) STRICT, WITHOUT ROWID;

-- Where this office books: seats of these centres and classes are kept at hand.
CREATE TABLE seat_interest (
  centre TEXT NOT NULL,
  class TEXT NOT NULL,
  since TEXT NOT NULL,
  PRIMARY KEY (centre, class)
) STRICT, WITHOUT ROWID;

-- Bookings that this office made or whose centre it runs, as the hub last told of them.
CREATE TABLE test_booking (
  application_id TEXT PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  office_code TEXT NOT NULL,
  centre TEXT NOT NULL,
  day TEXT NOT NULL,
  session TEXT NOT NULL,
  class TEXT NOT NULL,
  seat INTEGER NOT NULL,
  id_kind TEXT NOT NULL,
  id_number TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  date_of_birth TEXT NOT NULL,
  provisional_number TEXT NOT NULL,
  attempt INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('booked', 'cancelled')),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX test_booking_place ON test_booking (centre, day, session, class, seat);
CREATE INDEX test_booking_driver ON test_booking (id_number, id_kind);

-- Who waits for a seat of a session, in the order of time. What they asked for stands in their application.
CREATE TABLE test_waiter (
  application_id TEXT PRIMARY KEY REFERENCES application (id),
  centre TEXT NOT NULL,
  day TEXT NOT NULL,
  session TEXT NOT NULL,
  class TEXT NOT NULL,
  since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX test_waiter_place ON test_waiter (day, centre, session, class, since);

-- Each time a booked test was moved or given up, and what its receipt is adjusted by under the rules of that day.
CREATE TABLE booking_change (
  application_id TEXT NOT NULL REFERENCES application (id),
  at TEXT NOT NULL,
  what TEXT NOT NULL CHECK (what IN ('moved', 'cancelled')),
  fee_cents INTEGER NOT NULL CHECK (fee_cents >= 0),
  refund_cents INTEGER NOT NULL CHECK (refund_cents >= 0),
  rules_id TEXT NOT NULL,
  PRIMARY KEY (application_id, at, what)
) STRICT, WITHOUT ROWID;
