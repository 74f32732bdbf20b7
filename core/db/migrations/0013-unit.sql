-- One motorcycle of a batch that was paid for: at the office that sent it, and at an office where registrars decide it (issue 6).
CREATE TABLE unit (
  id TEXT PRIMARY KEY,
  -- The batch, which is an application of the same id once it was sent.
  application_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'in-review', 'returned', 'registered', 'withdrawn')),
  -- JSON: as it was last sent.
  facts TEXT NOT NULL,
  -- JSON: the texts of its row as they were last sent; null where the batch is another PC's.
  cells TEXT,
  -- JSON: what became of it, as the hub last told.
  outcome TEXT,
  fee_cents INTEGER NOT NULL,
  UNIQUE (application_id, position)
) STRICT, WITHOUT ROWID;

-- Money that was asked back under its receipt. One that the hub did not take counts no more.
CREATE TABLE refund (
  id TEXT PRIMARY KEY,
  application_id TEXT NOT NULL,
  amount_cents INTEGER NOT NULL CHECK (amount_cents > 0),
  asked_at TEXT NOT NULL,
  is_refused INTEGER NOT NULL DEFAULT 0 CHECK (is_refused IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX refund_application ON refund (application_id, asked_at);
