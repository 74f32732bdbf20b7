-- Who came to a test at a centre that this office runs. The booking itself stands in `test_booking`.
CREATE TABLE test_check_in (
  booking_id TEXT PRIMARY KEY,
  at TEXT NOT NULL,
  -- What was shown: an ID, the booking's number, or the signed code of its slip.
  way TEXT NOT NULL CHECK (way IN ('id', 'number', 'code')),
  clerk_id TEXT NOT NULL,
  clerk_name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What became of it. A correction is a row of its own, so that what stood before stays.
CREATE TABLE test_result (
  -- On its paper, gap-free.
  number TEXT PRIMARY KEY,
  -- The act's entry in this PC's journal: what the hub answered to it says what the paper is worth. Null: the hub told of it.
  entry_id TEXT UNIQUE,
  booking_id TEXT NOT NULL,
  -- Counted from 1; the last one that the hub took holds. Two PCs may each have given the same one while the line was down.
  round INTEGER NOT NULL CHECK (round >= 1),
  outcome TEXT NOT NULL CHECK (outcome IN ('passed', 'failed', 'absent')),
  -- JSON: each part of the test with its marks, what they are out of and what is needed, as the rules of that day had it.
  stages TEXT NOT NULL,
  resit_from TEXT,
  valid_until TEXT,
  at TEXT NOT NULL,
  clerk_id TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  -- Why it took the place of the one before, and whose word stands by it.
  reason TEXT,
  supervisor_name TEXT,
  CHECK ((reason IS NULL) = (supervisor_name IS NULL)),
  CHECK ((outcome = 'passed') = (valid_until IS NOT NULL)),
  CHECK (outcome = 'failed' OR resit_from IS NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX test_result_booking ON test_result (booking_id, round);
