-- The ledger, version 1. Rows are only ever added: the triggers below refuse the rest.

CREATE TABLE documents (
    id          TEXT PRIMARY KEY,        -- sha256: and the hash of the text
    uri         TEXT NOT NULL,           -- where it lay when it was first read
    language    TEXT NOT NULL,
    date        TEXT,                    -- the document's own date, EDTF
    text        TEXT NOT NULL,
    recorded_at TEXT NOT NULL            -- UTC, to the microsecond, of one width: sorts as time
) WITHOUT ROWID;

CREATE TABLE readings (                  -- what one extractor took out of one document, at once
    id          INTEGER PRIMARY KEY,
    document    TEXT NOT NULL REFERENCES documents (id),
    extractor   TEXT NOT NULL,
    family      TEXT NOT NULL,           -- the extractor without its version: a later reading by
    recorded_at TEXT NOT NULL,           -- the same family stands in for an earlier one
    UNIQUE (document, extractor)
);
CREATE INDEX readings_in_turn ON readings (document, family, id);

CREATE TABLE claims (
    reading     INTEGER NOT NULL REFERENCES readings (id),
    id          TEXT NOT NULL,
    kind        TEXT NOT NULL,
    content     TEXT NOT NULL,           -- the claim as JSON
    PRIMARY KEY (reading, id)
) WITHOUT ROWID;

CREATE TABLE claim_parties (             -- each pair of a claim's parties, a < b; and each alone, a = b
    a           TEXT NOT NULL,
    b           TEXT NOT NULL,
    kind        TEXT NOT NULL,
    reading     INTEGER NOT NULL,
    claim       TEXT NOT NULL,
    PRIMARY KEY (a, b, kind, reading, claim),
    FOREIGN KEY (reading, claim) REFERENCES claims (reading, id)
) WITHOUT ROWID;

CREATE TRIGGER documents_stay BEFORE UPDATE ON documents BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER documents_last BEFORE DELETE ON documents BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER readings_stay BEFORE UPDATE ON readings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER readings_last BEFORE DELETE ON readings BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER claims_stay BEFORE UPDATE ON claims BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER claims_last BEFORE DELETE ON claims BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER parties_stay BEFORE UPDATE ON claim_parties BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER parties_last BEFORE DELETE ON claim_parties BEGIN SELECT RAISE(ABORT, 'append-only'); END;
