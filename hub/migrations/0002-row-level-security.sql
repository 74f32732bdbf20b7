-- The hub serves offices as kaunta_app, which owns nothing and sees by these policies. `kaunta.office` and `kaunta.registrar` are set per
-- transaction; without them no office's own rows are seen. FORCE holds an owner who is no superuser to the same rules.
DO $$
BEGIN
  CREATE ROLE kaunta_app NOLOGIN;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;
END
$$;
GRANT kaunta_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO kaunta_app;

CREATE FUNCTION kaunta_office() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('kaunta.office', true) $$;
CREATE FUNCTION kaunta_registrar() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT current_setting('kaunta.registrar', true) = 'on' $$;
-- The hub's own day, set by the statement that needs it; null in every other transaction.
CREATE FUNCTION kaunta_today() RETURNS date LANGUAGE sql STABLE AS $$ SELECT nullif(current_setting('kaunta.today', true), '')::date $$;

-- Who may speak is decided before an office is known, by the owner; an office sees its own devices.
ALTER TABLE device ENABLE ROW LEVEL SECURITY;
CREATE POLICY device_own ON device USING (office_code = (SELECT kaunta_office()));
GRANT SELECT, UPDATE (epoch, series_letter, head_seq, head_hash) ON device TO kaunta_app;
GRANT SELECT ON office TO kaunta_app;
GRANT SELECT (feed) ON hub TO kaunta_app;

ALTER TABLE device_epoch ENABLE ROW LEVEL SECURITY;
CREATE POLICY device_epoch_own ON device_epoch USING (device_id IN (SELECT id FROM device));
GRANT SELECT, INSERT ON device_epoch TO kaunta_app;

ALTER TABLE entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE entry FORCE ROW LEVEL SECURITY;
CREATE POLICY entry_own ON entry USING (office_code = (SELECT kaunta_office()));
GRANT SELECT, INSERT, UPDATE (answer, branch) ON entry TO kaunta_app;

-- The register is every office's to read and the registrar's to change.
ALTER TABLE vehicle ENABLE ROW LEVEL SECURITY;
ALTER TABLE vehicle FORCE ROW LEVEL SECURITY;
CREATE POLICY vehicle_read ON vehicle FOR SELECT USING (true);
CREATE POLICY vehicle_write ON vehicle USING ((SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE ON vehicle TO kaunta_app;

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY person_read ON person FOR SELECT USING (true);
CREATE POLICY person_write ON person USING ((SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE ON person TO kaunta_app;

ALTER TABLE driver ENABLE ROW LEVEL SECURITY;
ALTER TABLE driver FORCE ROW LEVEL SECURITY;
CREATE POLICY driver_read ON driver FOR SELECT USING (true);
CREATE POLICY driver_write ON driver USING ((SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE ON driver TO kaunta_app;

-- An application concerns who sent it, who decides it and who hands out its logbook.
ALTER TABLE application ENABLE ROW LEVEL SECURITY;
ALTER TABLE application FORCE ROW LEVEL SECURITY;
CREATE POLICY application_concerned ON application
  USING (office_code = (SELECT kaunta_office()) OR collection_office = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()))
  WITH CHECK (office_code = (SELECT kaunta_office()) OR collection_office = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE ON application TO kaunta_app;

ALTER TABLE application_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE application_hold FORCE ROW LEVEL SECURITY;
CREATE POLICY application_hold_read ON application_hold FOR SELECT USING (true);
CREATE POLICY application_hold_write ON application_hold USING (office_code = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
-- What held only until a day that is over may be cleared away by whoever comes after it; until then it is its office's alone.
CREATE POLICY application_hold_over ON application_hold FOR DELETE USING (until < (SELECT kaunta_today()));
GRANT SELECT, INSERT, UPDATE (until), DELETE ON application_hold TO kaunta_app;

-- Only the unit's own office asks for it, and the office where registrars work decides it.
ALTER TABLE batch_unit ENABLE ROW LEVEL SECURITY;
ALTER TABLE batch_unit FORCE ROW LEVEL SECURITY;
CREATE POLICY batch_unit_concerned ON batch_unit USING (office_code = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE (state, body, outcome) ON batch_unit TO kaunta_app;

-- A dealer sees only its own stock: an act is done for one dealer of its office, and another dealer's motorcycles are not there for it. Not
-- FORCEd, because the owner's function below follows plates to whichever office the dealer has.
CREATE FUNCTION kaunta_dealer() RETURNS text LANGUAGE sql STABLE AS $$ SELECT current_setting('kaunta.dealer', true) $$;
ALTER TABLE stock_unit ENABLE ROW LEVEL SECURITY;
CREATE POLICY stock_unit_own ON stock_unit USING (office_code = (SELECT kaunta_office()) AND dealer_pin = (SELECT kaunta_dealer()));
-- What a registrar registers may come out of any dealer's stock; an act done for a dealer is held to that dealer's there too.
CREATE POLICY stock_unit_registrar ON stock_unit USING ((SELECT kaunta_registrar()) AND coalesce((SELECT kaunta_dealer()), '') = '');
GRANT SELECT, INSERT, UPDATE (state, plate, body) ON stock_unit TO kaunta_app;

-- Nobody reads which serials others gave: whether one may be given is all that an office learns. Not FORCEd, because the owner's function
-- looks through those of all offices.
ALTER TABLE plate_serial ENABLE ROW LEVEL SECURITY;

-- Gives a serial to a mark: to no second one, but again to the same, whose plate may have lain at another office before.
CREATE FUNCTION kaunta_give_serial(of_serial text, of_item uuid, of_plate text, given timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO plate_serial (serial, office_code, item_id, plate, given_at) VALUES (of_serial, kaunta_office(), of_item, of_plate, given)
  ON CONFLICT (serial) DO UPDATE SET office_code = excluded.office_code, item_id = excluded.item_id
    WHERE plate_serial.plate = excluded.plate
  RETURNING true
$$;
REVOKE EXECUTE ON FUNCTION kaunta_give_serial FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kaunta_give_serial TO kaunta_app;

-- Nor does a dealer see where another's KD plates go.
ALTER TABLE trade_movement ENABLE ROW LEVEL SECURITY;
ALTER TABLE trade_movement FORCE ROW LEVEL SECURITY;
CREATE POLICY trade_movement_own ON trade_movement USING (office_code = (SELECT kaunta_office()) AND dealer_pin = (SELECT kaunta_dealer()));
GRANT SELECT, INSERT, UPDATE (body) ON trade_movement TO kaunta_app;

-- Plates were put on a shelf, sent back from it or handed over, at whichever office: what becomes of the motorcycle, and whose office has to be told.
CREATE FUNCTION kaunta_move_plates(of_plate text, new_state text, moved_at text) RETURNS TABLE (office text, told jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE stock_unit SET state = new_state,
    body = jsonb_set(jsonb_set(body, '{unit,state}', to_jsonb(new_state)), '{unit,changedAt}', to_jsonb(moved_at))
  WHERE plate = of_plate
    AND (state = 'registered' AND new_state <> 'registered' OR state = 'plated' AND new_state IN ('registered', 'handed-over'))
  RETURNING office_code, body
$$;
REVOKE EXECUTE ON FUNCTION kaunta_move_plates FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kaunta_move_plates TO kaunta_app;

ALTER TABLE payment ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment FORCE ROW LEVEL SECURITY;
CREATE POLICY payment_own ON payment USING (office_code = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE (voided_at, void_reason, spends_code) ON payment TO kaunta_app;

ALTER TABLE refund ENABLE ROW LEVEL SECURITY;
ALTER TABLE refund FORCE ROW LEVEL SECURITY;
CREATE POLICY refund_own ON refund USING (office_code = (SELECT kaunta_office()));
GRANT SELECT, INSERT ON refund TO kaunta_app;

ALTER TABLE logbook ENABLE ROW LEVEL SECURITY;
ALTER TABLE logbook FORCE ROW LEVEL SECURITY;
CREATE POLICY logbook_concerned ON logbook
  USING (office_code = (SELECT kaunta_office()) OR collection_office = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
GRANT SELECT, INSERT, UPDATE (body) ON logbook TO kaunta_app;

ALTER TABLE scan ENABLE ROW LEVEL SECURITY;
ALTER TABLE scan FORCE ROW LEVEL SECURITY;
CREATE POLICY scan_own ON scan USING (office_code = (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
GRANT SELECT, INSERT ON scan TO kaunta_app;

GRANT SELECT, INSERT, UPDATE ON number_series TO kaunta_app;
GRANT SELECT, INSERT, DELETE ON code_sent TO kaunta_app;

-- An office puts down what its owners are to be told; sending is the hub's own work.
ALTER TABLE owner_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE owner_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_notice_own ON owner_notice USING (office_code = (SELECT kaunta_office()));
GRANT SELECT, INSERT, UPDATE (state, changed_at) ON owner_notice TO kaunta_app;

-- Seats are the country's: whoever asks first takes them. A lease is its office's own.
GRANT SELECT ON seat_session TO kaunta_app;
GRANT SELECT, INSERT, UPDATE (lease_id, lendable_from, booked_by) ON seat TO kaunta_app;
ALTER TABLE seat_lease ENABLE ROW LEVEL SECURITY;
ALTER TABLE seat_lease FORCE ROW LEVEL SECURITY;
CREATE POLICY seat_lease_own ON seat_lease USING (office_code = (SELECT kaunta_office()));
GRANT SELECT, INSERT ON seat_lease TO kaunta_app;

-- A test concerns the office that booked it and the office that runs the centre.
ALTER TABLE test_booking ENABLE ROW LEVEL SECURITY;
ALTER TABLE test_booking FORCE ROW LEVEL SECURITY;
CREATE POLICY test_booking_concerned ON test_booking USING (office_code = (SELECT kaunta_office()) OR run_by = (SELECT kaunta_office()));
GRANT SELECT, INSERT, UPDATE ON test_booking TO kaunta_app;
-- A result goes into the record of whom this office tests, and of nobody else.
CREATE POLICY driver_tested ON driver FOR UPDATE USING (
  EXISTS (SELECT FROM test_booking WHERE run_by = (SELECT kaunta_office()) AND state = 'booked' AND test_booking.driver_key = driver.driver_key)
);

-- An office sees its own packs. Not FORCEd, because the owner's function below looks through those of all offices.
ALTER TABLE sheet_range ENABLE ROW LEVEL SECURITY;
CREATE POLICY sheet_range_own ON sheet_range USING (office_code = (SELECT kaunta_office()));
GRANT SELECT, INSERT, UPDATE (numbers) ON sheet_range TO kaunta_app;

-- Another device, of whichever office, that holds one of these numbers; one that left or was shut out holds nothing. One asks at a time, to
-- the end of its transaction, so that two offices that receive the same pack at once see each other.
CREATE FUNCTION kaunta_sheet_holder(asking uuid, of_prefix text, of_digits integer, wanted int8multirange)
RETURNS TABLE (holder_office text, holder_device integer, first_number bigint, last_number bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('kaunta.sheet_range'));
  RETURN QUERY SELECT device.office_code, device.device_no, lower(held.numbers * wanted), upper(held.numbers * wanted) - 1
    FROM sheet_range AS held JOIN device ON device.id = held.device_id
    WHERE held.prefix = of_prefix AND held.digits = of_digits AND held.numbers && wanted AND held.device_id <> asking
      AND device.revoked_at IS NULL AND device.left_at IS NULL
    ORDER BY held.received_at LIMIT 1;
END
$$;
REVOKE EXECUTE ON FUNCTION kaunta_sheet_holder FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kaunta_sheet_holder TO kaunta_app;

-- Every act may tell those it concerns; only a decision may tell all. What is superseded is removed by who may see it.
ALTER TABLE change ENABLE ROW LEVEL SECURITY;
ALTER TABLE change FORCE ROW LEVEL SECURITY;
CREATE POLICY change_read ON change FOR SELECT
  USING (audience IN ('all', 'office:' || (SELECT kaunta_office())) OR (audience = 'registrar' AND (SELECT kaunta_registrar())));
CREATE POLICY change_publish ON change FOR INSERT WITH CHECK (audience <> 'all' OR (SELECT kaunta_registrar()));
-- An office's own device ends an epoch or leaves: every office has to know whose papers count no more.
CREATE POLICY change_revoke ON change FOR INSERT
  WITH CHECK (audience = 'all' AND kind = 'revocation' AND key LIKE (SELECT kaunta_office()) || '/%');
-- The office that tests somebody tells all of the result.
CREATE POLICY change_tested ON change FOR INSERT WITH CHECK (
  audience = 'all' AND kind = 'driver' AND key IN (SELECT driver_key FROM test_booking WHERE run_by = (SELECT kaunta_office()))
);
CREATE POLICY change_supersede ON change FOR DELETE
  USING (audience = 'office:' || (SELECT kaunta_office()) OR (SELECT kaunta_registrar()));
GRANT SELECT, INSERT, DELETE ON change TO kaunta_app;

-- An operator's work, and a backup, are for every office at once. The setting alone is not enough: the role of the offices' work cannot use it.
CREATE FUNCTION kaunta_operator() RETURNS boolean LANGUAGE sql STABLE
  AS $$ SELECT current_setting('kaunta.operator', true) = 'on' AND current_user <> 'kaunta_app' $$;
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['entry', 'vehicle', 'person', 'driver', 'application', 'application_hold', 'batch_unit', 'trade_movement', 'payment', 'refund', 'logbook', 'scan', 'owner_notice', 'seat_lease', 'test_booking', 'change'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I USING ((SELECT kaunta_operator()))', name || '_operator', name);
  END LOOP;
END
$$;
