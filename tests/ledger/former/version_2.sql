-- What version 2 added: readers' decisions on who is who. As everywhere, rows are only added.

CREATE TABLE decisions (
    id          INTEGER PRIMARY KEY,
    verdict     TEXT NOT NULL CHECK (verdict IN ('merge', 'split', 'undo')),
    name        TEXT NOT NULL,           -- the two names, as the reader gave them
    other       TEXT NOT NULL,
    author      TEXT NOT NULL,
    reason      TEXT NOT NULL,
    recorded_at TEXT NOT NULL
);

CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER decisions_last BEFORE DELETE ON decisions BEGIN SELECT RAISE(ABORT, 'append-only'); END;
