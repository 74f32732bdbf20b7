-- After each act on plates the hub says where the motorcycle stands, with the act's own moment, also where the act could not move it: the
-- PC that acted tells by it a word on its act from one that came before.
CREATE OR REPLACE FUNCTION kaunta_move_plates(of_plate text, new_state text, moved_at text) RETURNS TABLE (office text, told jsonb)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  UPDATE stock_unit SET state = standing,
    body = jsonb_set(jsonb_set(body, '{unit,state}', to_jsonb(standing)), '{unit,changedAt}', to_jsonb(moved_at))
  FROM (SELECT id AS of_id,
      CASE WHEN state = 'registered' OR state = 'plated' AND new_state <> 'plated' THEN new_state ELSE state END AS standing
    FROM stock_unit WHERE plate = of_plate FOR UPDATE) AS moved
  WHERE id = of_id
  RETURNING office_code, body
$$;
