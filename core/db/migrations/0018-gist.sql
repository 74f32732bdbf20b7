-- JSON: what an application is about, as lists show it beside who; a vehicle by its plate, a class with the day of its test, or how many
-- motorcycles.
ALTER TABLE application ADD COLUMN gist TEXT NOT NULL DEFAULT '';
UPDATE application SET gist = CASE
  WHEN service = 'batch-registration' THEN json_object('of', 'units', 'units', coalesce(json_extract(body, '$.units'), 0))
  WHEN service IN ('transfer', 'duplicate-logbook') THEN json_object('of', 'vehicle', 'plate', plate)
  ELSE json_object('of', 'class', 'class', coalesce(json_extract(body, '$.class'), ''), 'day', coalesce(json_extract(body, '$.day'), ''))
END;
