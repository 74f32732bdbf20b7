-- A dealer's motorcycles from intake to hand-over (issue 6, item 4), known by the dealer's PIN because every PC names dealers by ids of its own.
CREATE TABLE stock_unit (
  id TEXT PRIMARY KEY,
  dealer_pin TEXT NOT NULL REFERENCES dealer (kra_pin),
  state TEXT NOT NULL CHECK (state IN ('in-stock', 'sold', 'registered', 'plated', 'handed-over', 'withdrawn', 'elsewhere')),
  chassis TEXT NOT NULL,
  engine_number TEXT NOT NULL,
  make TEXT NOT NULL,
  model TEXT NOT NULL,
  rating_cc INTEGER NOT NULL,
  year_of_manufacture INTEGER NOT NULL,
  colour TEXT NOT NULL,
  customs_entry TEXT NOT NULL,
  invoice TEXT NOT NULL,
  taken_in_at TEXT NOT NULL,
  -- JSON: batch, buyer, when and by whom.
  sale TEXT,
  -- The newest act of this PC on it that the hub has not answered, and what the hub told of it meanwhile (JSON).
  awaiting TEXT,
  told TEXT,
  plate TEXT,
  registered_at TEXT,
  changed_at TEXT NOT NULL,
  CHECK ((state IN ('registered', 'plated', 'handed-over')) <= (plate IS NOT NULL)),
  CHECK ((state = 'sold') <= (sale IS NOT NULL))
) STRICT, WITHOUT ROWID;
-- One motorcycle is in stock once; what left or turned out to be elsewhere may come again.
CREATE UNIQUE INDEX stock_unit_chassis ON stock_unit (chassis) WHERE state NOT IN ('withdrawn', 'elsewhere');
CREATE UNIQUE INDEX stock_unit_engine ON stock_unit (engine_number) WHERE state NOT IN ('withdrawn', 'elsewhere');
CREATE INDEX stock_unit_state ON stock_unit (dealer_pin, state, taken_in_at);
CREATE INDEX stock_unit_age ON stock_unit (dealer_pin, taken_in_at);
CREATE INDEX stock_unit_plate ON stock_unit (plate) WHERE plate IS NOT NULL;
CREATE INDEX stock_unit_awaiting ON stock_unit (awaiting) WHERE awaiting IS NOT NULL;
