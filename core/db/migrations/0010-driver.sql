-- Drivers and learners of the register, as this office last heard of them.
CREATE TABLE driver (
  -- Kind and number of the identity document, as one person has them however they were typed: `national-id:23456789`.
  key TEXT PRIMARY KEY,
  id_number TEXT NOT NULL,
  name TEXT NOT NULL,
  phone TEXT NOT NULL,
  kra_pin TEXT NOT NULL,
  provisional_number TEXT NOT NULL,
  facts TEXT NOT NULL,
  as_of TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX driver_id_number ON driver (id_number);
CREATE INDEX driver_phone ON driver (phone);
CREATE INDEX driver_pin ON driver (kra_pin);
CREATE INDEX driver_provisional ON driver (provisional_number) WHERE provisional_number <> '';
