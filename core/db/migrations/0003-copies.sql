-- Which line of copies this file belongs to, and how many transactions were recorded on it; the number is written in the transaction it
-- counts. A restored file begins a new line, which branches off the old one after transaction `from_tx`.
CREATE TABLE copy_state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  line TEXT NOT NULL,
  tx INTEGER NOT NULL,
  from_line TEXT,
  from_tx INTEGER,
  CHECK ((from_line IS NULL) = (from_tx IS NULL))
) STRICT;
INSERT INTO copy_state (one, line, tx) VALUES (1, '', 0);
