-- Who sees every dealer's stock leafs through it in the order of its coming.
CREATE INDEX stock_unit_came ON stock_unit (taken_in_at);

-- The register of movements on dealers' KD plates (DOMAIN §5.4). Two PCs that know nothing of each other may both write a plate out: what
-- happened stays written down, so that is no constraint here.
CREATE TABLE trade_movement (
  id TEXT PRIMARY KEY,
  dealer_pin TEXT NOT NULL REFERENCES dealer (kra_pin),
  plate TEXT NOT NULL,
  chassis TEXT NOT NULL,
  vehicle TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (purpose IN ('inspection', 'test-trip', 'between-dealers', 'to-purchaser', 'weighbridge', 'breakdown-tow')),
  destination TEXT NOT NULL,
  driver_name TEXT NOT NULL,
  driver_id_number TEXT NOT NULL,
  out_at TEXT NOT NULL,
  out_by TEXT NOT NULL,
  back_at TEXT,
  back_by TEXT,
  back_note TEXT,
  CHECK ((back_at IS NULL) = (back_by IS NULL) AND (back_at IS NULL) = (back_note IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX trade_movement_out_at ON trade_movement (out_at);
CREATE INDEX trade_movement_dealer ON trade_movement (dealer_pin, out_at);
CREATE INDEX trade_movement_plate ON trade_movement (plate, out_at);
CREATE INDEX trade_movement_out ON trade_movement (chassis) WHERE back_at IS NULL;

-- Plates come by the pack as sheets do, each with a serial of its own, which stands in `shelf_item.number` once it is given to a mark. No
-- serial is of both kinds.
ALTER TABLE sheet_range ADD COLUMN kind TEXT NOT NULL DEFAULT 'logbook' CHECK (kind IN ('logbook', 'plate'));
