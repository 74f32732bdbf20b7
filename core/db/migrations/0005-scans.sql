-- Scans that the hub has not got and that this PC has lost, by content: their papers must be scanned again.
CREATE TABLE scan_lost (
  sha256 TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
