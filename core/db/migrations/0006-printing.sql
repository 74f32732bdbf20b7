-- The printers of this PC, which papers go to each, and every sheet that was to come out of one.
CREATE TABLE printer (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- How it is reached: a CUPS queue, an ESC/POS printer on the network, a printer of Windows, or a folder that keeps papers as PDF.
  way TEXT NOT NULL CHECK (way IN ('cups', 'network', 'windows', 'folder')),
  -- The queue's name, `host:port`, the printer's name, or the folder.
  address TEXT NOT NULL,
  width TEXT NOT NULL CHECK (width IN ('a4', '80mm')),
  opens_drawer INTEGER NOT NULL CHECK (opens_drawer IN (0, 1)),
  added_at TEXT NOT NULL,
  removed_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE paper_printer (
  use TEXT PRIMARY KEY CHECK (use IN ('receipt', 'slip', 'logbook', 'form', 'report')),
  printer_id TEXT NOT NULL REFERENCES printer (id),
  -- The language of papers of this kind that are printed without anybody asking.
  locale TEXT NOT NULL CHECK (locale IN ('en', 'sw'))
) STRICT, WITHOUT ROWID;

CREATE TABLE print_job (
  id TEXT PRIMARY KEY,
  -- A paperRef of the contract, as JSON.
  paper TEXT NOT NULL,
  use TEXT NOT NULL CHECK (use IN ('receipt', 'slip', 'logbook', 'form', 'report')),
  locale TEXT NOT NULL CHECK (locale IN ('en', 'sw')),
  -- Null where no printer was set for its kind of paper.
  printer_id TEXT REFERENCES printer (id),
  sheet_serial TEXT,
  state TEXT NOT NULL CHECK (state IN ('queued', 'sent', 'asking', 'done', 'spoiled', 'failed', 'cancelled')),
  -- Why it waits, failed or is asked about: a closed code, and what the printer itself said.
  problem TEXT,
  printer_words TEXT NOT NULL DEFAULT '',
  -- Its name in the printer's own queue.
  queue_job TEXT,
  -- Why a sheet was spoiled, from the person who was asked.
  reason TEXT,
  -- The file a folder made of it.
  saved_file TEXT,
  -- The job that this one prints again; nothing is printed again twice.
  again_of TEXT UNIQUE REFERENCES print_job (id),
  clerk_id TEXT NOT NULL,
  clerk_name TEXT NOT NULL,
  queued_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  CHECK ((state = 'spoiled') = (reason IS NOT NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX print_job_open ON print_job (state, queued_at) WHERE state IN ('queued', 'sent', 'asking');
CREATE INDEX print_job_queued_at ON print_job (queued_at);
-- A receipt has one original: a second may only follow one that failed, was stopped or did not come out.
CREATE UNIQUE INDEX print_job_original ON print_job (paper ->> 'receiptNumber')
  WHERE paper ->> 'kind' = 'receipt' AND state IN ('queued', 'sent', 'asking', 'done');
CREATE INDEX print_job_sheet ON print_job (sheet_serial) WHERE sheet_serial IS NOT NULL;
