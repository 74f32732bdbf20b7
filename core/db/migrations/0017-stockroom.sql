-- Who sees every dealer's stock leafs through it in the order of its coming.
CREATE INDEX stock_unit_came ON stock_unit (taken_in_at);
