-- The hub's word on this device's key, one for each epoch of its journal: it stands in the code of every paper made here.
CREATE TABLE device_certificate (
  epoch INTEGER PRIMARY KEY,
  certificate BLOB NOT NULL,
  kept_at TEXT NOT NULL
) STRICT;

-- Keys of any office that make no valid paper from a certain time on. Never forgotten, whatever the hub tells later.
CREATE TABLE revocation (
  key TEXT PRIMARY KEY,
  public_key BLOB NOT NULL,
  office_code TEXT NOT NULL,
  device_no INTEGER NOT NULL,
  -- Null: the device for good.
  last_epoch INTEGER,
  at TEXT NOT NULL,
  why TEXT NOT NULL CHECK (why IN ('new-epoch', 'left', 'revoked')),
  reason TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX revocation_key ON revocation (public_key);
