-- The tables of an inventory: facts first, then what is folded from them.
--
-- Every key is led by the ledger, so that several ledgers share one file. Instants are microseconds since 1970-01-01T00:00Z, days are
-- the number yyyymmdd, quantities are whole steps of the SKU's base unit, money is in units of the ledger's cost scale. Numbers of
-- owners, grades, lots and reasons are 0 where there is none. A check_hash covers the other columns of its row, so that an edit shows.
-- STRICT makes a sum that overflows 64 bits an error instead of a floating-point number.
--
-- Tables whose key has several columns are WITHOUT ROWID: a row lies where its key says, and writing it touches one page of one tree.

CREATE TABLE inventory_schema (
    version INTEGER NOT NULL PRIMARY KEY, -- the highest is the version of the schema
    script  TEXT    NOT NULL              -- the script that made it
) STRICT;

-- ---------------------------------------------------------------------------------------------------------------- settings

CREATE TABLE inventory_ledger (
    ledger          INTEGER NOT NULL PRIMARY KEY,
    name            TEXT    NOT NULL UNIQUE,
    currency        TEXT    NOT NULL CHECK (length(currency) = 3),
    currency_digits INTEGER NOT NULL CHECK (currency_digits BETWEEN 0 AND 4),
    cost_scale      INTEGER NOT NULL CHECK (cost_scale BETWEEN 0 AND 9),
    require_actor   INTEGER NOT NULL CHECK (require_actor IN (0, 1)),
    catalog_version INTEGER NOT NULL CHECK (catalog_version >= 0), -- raised by every change of the master data
    skus            INTEGER NOT NULL CHECK (skus >= 0),            -- how many there are: the next gets the number after
    locations       INTEGER NOT NULL CHECK (locations >= 0),
    reasons         INTEGER NOT NULL CHECK (reasons >= 0),
    categories      INTEGER NOT NULL CHECK (categories >= 0),
    grades          INTEGER NOT NULL CHECK (grades >= 0),
    owners          INTEGER NOT NULL CHECK (owners >= 0),
    channels        INTEGER NOT NULL CHECK (channels >= 0),
    variant_templates INTEGER NOT NULL CHECK (variant_templates >= 0),
    last_commit     INTEGER NOT NULL CHECK (last_commit >= 0),
    last_recorded   INTEGER NOT NULL,
    check_hash      BLOB    NOT NULL CHECK (length(check_hash) = 16) -- over the settings, not the counters
) STRICT;

CREATE TABLE inventory_book (
    ledger     INTEGER NOT NULL REFERENCES inventory_ledger,
    book       INTEGER NOT NULL CHECK (book > 0),
    name       TEXT    NOT NULL,
    method     INTEGER NOT NULL CHECK (method BETWEEN 0 AND 2), -- 0 FIFO, 1 moving average, 2 specific
    is_inline  INTEGER NOT NULL CHECK (is_inline IN (0, 1)),
    is_built   INTEGER NOT NULL CHECK (is_built IN (0, 1)), -- 0: added to existing history, which is yet to be folded
    check_hash BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, book),
    UNIQUE (ledger, name)
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------------------------------------------------------- master data

-- What most SKUs do not have is in the details: '' or one JSON object, sparse, with exact decimals as texts. For reports:
--   SELECT s.code, c.value ->> 'sku', c.value ->> 'steps' FROM inventory_sku s, json_each(s.details, '$.components') c WHERE s.details <> ''
-- Its properties, in this order:
--   "category":2, "variant":{"template":1,"values":[{"axis":"size","value":"S"}]}, "components":[{"sku":3,"steps":2}],
--   "packs":[{"unit":"case","level":1,"count":12,"contains":"ea","version":1,"weightGrams":900,"lengthMillimetres":300,
--     "widthMillimetres":200,"heightMillimetres":100}] (level 0 inner, 1 case, 2 layer, 3 pallet),
--   "substitutes":[{"sku":4,"numerator":1,"denominator":1,"rule":0,"from":"2026-01-01","to":"2026-12-31"}] (rule 0 ask, 1 auto,
--     2 when short), "selling":[{"channel":1,"bufferUnits":"2"}], "thresholds":[{"location":6,"reorderPoint":"10"}],
--   "shelfLife":{"days":30,"removalDays":3,"alertDays":7}, "measures":{"milligrams":250000,"cubicMillimetres":400000}
-- Selling and thresholds are as in inventory_reference; no channel is all channels, no location everywhere.
CREATE TABLE inventory_sku (
    ledger                INTEGER NOT NULL REFERENCES inventory_ledger,
    sku                   INTEGER NOT NULL CHECK (sku > 0),
    code                  TEXT    NOT NULL,
    code_key              TEXT    NOT NULL, -- what two spellings of one code have in common
    name                  TEXT    NOT NULL,
    type                  INTEGER NOT NULL CHECK (type BETWEEN 0 AND 6),
    lifecycle             INTEGER NOT NULL CHECK (lifecycle BETWEEN 0 AND 4),
    tracking              INTEGER NOT NULL CHECK (tracking BETWEEN 0 AND 2), -- 0 nothing, 1 lots, 2 serials
    unit_code             TEXT    NOT NULL,
    unit_dimension        TEXT    NOT NULL,
    unit_size_numerator   INTEGER NOT NULL CHECK (unit_size_numerator > 0),
    unit_size_denominator INTEGER NOT NULL CHECK (unit_size_denominator > 0),
    unit_step             TEXT    NOT NULL, -- an exact decimal
    conversions           INTEGER NOT NULL CHECK (conversions >= 0), -- how many rows of inventory_sku_conversion it has
    variant_template      INTEGER NOT NULL CHECK (variant_template >= 0), -- as in the details, to find variants by; 0 is none
    details               TEXT    NOT NULL,
    check_hash            BLOB    NOT NULL CHECK (length(check_hash) = 16), -- over the conversions, too
    PRIMARY KEY (ledger, sku),
    UNIQUE (ledger, code_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_sku_variant ON inventory_sku (ledger, variant_template) WHERE variant_template <> 0;

CREATE TABLE inventory_sku_conversion (
    ledger             INTEGER NOT NULL,
    sku                INTEGER NOT NULL,
    ordinal            INTEGER NOT NULL CHECK (ordinal >= 0),
    from_unit          TEXT    NOT NULL,
    to_unit            TEXT    NOT NULL,
    factor_numerator   INTEGER NOT NULL CHECK (factor_numerator > 0),
    factor_denominator INTEGER NOT NULL CHECK (factor_denominator > 0),
    step               TEXT    NOT NULL, -- an exact decimal
    PRIMARY KEY (ledger, sku, ordinal),
    FOREIGN KEY (ledger, sku) REFERENCES inventory_sku
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_identifier (
    ledger     INTEGER NOT NULL,
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4), -- 0 GTIN, 1 supplier's, 2 customer's, 3 barcode, 4 alias
    value      TEXT    NOT NULL,
    valid_from INTEGER NOT NULL CHECK (valid_from > 0),
    valid_to   INTEGER NOT NULL CHECK (valid_to = 0 OR valid_to >= valid_from), -- the last day, included; 0 is open
    sku        INTEGER NOT NULL,
    unit       TEXT    NOT NULL,
    check_hash BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, kind, value, valid_from),
    FOREIGN KEY (ledger, sku) REFERENCES inventory_sku
) STRICT, WITHOUT ROWID;

-- What changes of a location is in the details: '' or one JSON object, sparse. For reports:
--   SELECT code FROM inventory_location ORDER BY details ->> '$.address.walk'
-- Its properties, in this order:
--   "address":{"walk":10,"xMillimetres":2500,"yMillimetres":0,"zMillimetres":1200},
--   "capacity":{"units":500,"grams":90000,"millilitres":250000,"pallets":2,"skus":3,"policy":1} (policy 1 lets more in)
CREATE TABLE inventory_location (
    ledger         INTEGER NOT NULL REFERENCES inventory_ledger,
    location       INTEGER NOT NULL CHECK (location > 0),
    code           TEXT    NOT NULL,
    code_key       TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    kind           INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 10),
    parent         INTEGER NOT NULL CHECK (parent >= 0),
    holds_stock    INTEGER NOT NULL CHECK (holds_stock IN (0, 1)),
    is_pool        INTEGER NOT NULL CHECK (is_pool IN (0, 1)),
    pool           INTEGER NOT NULL CHECK (pool >= 0), -- the location that its stock is promised from
    time_zone      TEXT    NOT NULL,
    negative       INTEGER NOT NULL CHECK (negative BETWEEN 0 AND 2), -- 0 forbidden, 1 to the limit, 2 allowed
    negative_limit INTEGER NOT NULL CHECK (negative_limit >= 0),
    frozen         INTEGER NOT NULL CHECK (frozen BETWEEN 0 AND 3), -- 0 no, 1 in and out, 2 in, 3 out
    frozen_for     INTEGER NOT NULL CHECK (frozen_for BETWEEN 0 AND 2), -- 0 a count, 1 an audit, 2 an incident
    frozen_by      TEXT    NOT NULL, -- who has ordered it; empty where it is not frozen
    frozen_until   INTEGER NOT NULL, -- when it is expected to end; 0 unknown
    details        TEXT    NOT NULL,
    check_hash     BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, location),
    UNIQUE (ledger, code_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_reason (
    ledger     INTEGER NOT NULL REFERENCES inventory_ledger,
    reason     INTEGER NOT NULL CHECK (reason > 0),
    code       TEXT    NOT NULL,
    code_key   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    direction  INTEGER NOT NULL CHECK (direction BETWEEN 0 AND 2), -- 0 both, 1 finds, 2 losses
    account    TEXT    NOT NULL,
    check_hash BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, reason),
    UNIQUE (ledger, code_key)
) STRICT, WITHOUT ROWID;

-- Code lists. The details are '' or one JSON object, sparse, with exact decimals as texts:
--   category:         {"thresholds":[{"location":6,"reorderPoint":"10","safetyStock":"2","minimum":"5","maximum":"50",
--                      "leadTimeDays":7,"countEveryDays":30}],"selling":{...}}; no location is everywhere
--   channel:          {"selling":{"bufferShare":"0.1","bufferUnits":"2","oversellLimit":"0","orderMinimum":"1",
--                      "orderMaximum":"99","orderIncrement":"1","customerLimit":"5"}}
--   variant template: {"axes":[{"name":"size","values":["S","M"]}]}
CREATE TABLE inventory_reference (
    ledger     INTEGER NOT NULL REFERENCES inventory_ledger,
    kind       INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 4), -- 0 category, 1 grade, 2 owner, 3 channel, 4 variant template
    number     INTEGER NOT NULL CHECK (number > 0),           -- dense from 1 in its list
    code       TEXT    NOT NULL,
    code_key   TEXT    NOT NULL,
    name       TEXT    NOT NULL,
    parent     INTEGER NOT NULL CHECK (parent >= 0), -- the category above; 0 at the top and in other lists
    details    TEXT    NOT NULL,
    check_hash BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, kind, number),
    UNIQUE (ledger, kind, code_key)
) STRICT, WITHOUT ROWID;

-- ---------------------------------------------------------------------------------------------------- facts, never changed

CREATE TABLE inventory_commit_log (
    ledger     INTEGER NOT NULL,
    commit_no  INTEGER NOT NULL CHECK (commit_no > 0), -- dense from 1
    recorded   INTEGER NOT NULL,
    commands   INTEGER NOT NULL CHECK (commands >= 0),
    entries    INTEGER NOT NULL CHECK (entries >= 0),
    promises   INTEGER NOT NULL CHECK (promises >= 0),
    check_hash BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, commit_no)
) STRICT, WITHOUT ROWID;

-- What nobody said is NULL here: an anonymous command has no actor, which is not the same as an empty one.
CREATE TABLE inventory_command (
    ledger        INTEGER NOT NULL,
    commit_no     INTEGER NOT NULL CHECK (commit_no > 0),
    ordinal       INTEGER NOT NULL CHECK (ordinal >= 0),
    key_source    TEXT    NOT NULL,
    key_text      TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    payload       BLOB    NOT NULL CHECK (length(payload) = 16), -- the hash that tells a repetition from a reused key
    recorded      INTEGER NOT NULL,
    actor         TEXT,
    device        TEXT,
    channel       TEXT,
    document_type TEXT,
    document_id   TEXT,
    document_uri  TEXT,
    reply         BLOB    NOT NULL, -- the answer, given again to whoever repeats the command
    check_hash    BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, commit_no, ordinal),
    CHECK ((document_type IS NULL) = (document_id IS NULL))
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX inventory_command_key ON inventory_command (ledger, key_source, key_text);

CREATE INDEX inventory_command_document ON inventory_command (ledger, document_type, document_id)
    WHERE document_type IS NOT NULL;

-- The ledger itself: a quantity of one SKU went from one spot to another. It lies in effective order, and has no second tree that an
-- ordinary entry would be written to.
CREATE TABLE inventory_entry (
    ledger            INTEGER NOT NULL,
    sku               INTEGER NOT NULL,
    effective         INTEGER NOT NULL CHECK (effective >= 0), -- when it counts from
    sequence          INTEGER NOT NULL CHECK (sequence > 0),   -- dense from 1 within the SKU, in the order the facts were learned
    quantity          INTEGER NOT NULL,
    from_place        INTEGER NOT NULL,
    from_lot          INTEGER NOT NULL,
    from_status       INTEGER NOT NULL CHECK (from_status BETWEEN 0 AND 5),
    from_owner        INTEGER NOT NULL,
    from_grade        INTEGER NOT NULL,
    to_place          INTEGER NOT NULL,
    to_lot            INTEGER NOT NULL,
    to_status         INTEGER NOT NULL CHECK (to_status BETWEEN 0 AND 5),
    to_owner          INTEGER NOT NULL,
    to_grade          INTEGER NOT NULL,
    -- 0 receipt, 1 issue, 2 return, 3 transfer, 4 adjustment, 5 scrap, 6 status change, 7 count, 8 opening, 9 reversal,
    -- 10 grade change, 11 dispatch, 12 arrival
    kind              INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 13),
    recorded          INTEGER NOT NULL, -- when the store learned it
    occurred          INTEGER NOT NULL, -- the true date of a fact whose period was closed
    business_date     INTEGER NOT NULL CHECK (business_date > 0),
    cost              INTEGER,          -- the stated cost of incoming goods; NULL when none was stated
    reason            INTEGER NOT NULL,
    counted           INTEGER,          -- what a count saw; NULL on all other entries
    reverses          INTEGER NOT NULL, -- the sequence of the entry that it reverses, or of the dispatch it ends
    reverses_effective INTEGER NOT NULL,
    is_late           INTEGER NOT NULL CHECK (is_late IN (0, 1)), -- an earlier sequence has a later effective instant
    line              INTEGER NOT NULL,
    document_line     INTEGER NOT NULL,
    commit_no         INTEGER NOT NULL CHECK (commit_no > 0),
    ordinal           INTEGER NOT NULL,
    chain             BLOB    NOT NULL CHECK (length(chain) = 16), -- over this entry and all of its SKU before it
    PRIMARY KEY (ledger, sku, effective, sequence),
    CHECK (quantity > 0 OR (quantity = 0 AND kind = 7))
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_entry_late ON inventory_entry (ledger, sku, recorded, sequence)
    WHERE is_late = 1;

CREATE INDEX inventory_entry_to_lot ON inventory_entry (ledger, sku, to_lot, effective, sequence)
    WHERE to_lot <> 0;

CREATE INDEX inventory_entry_from_lot ON inventory_entry (ledger, sku, from_lot, effective, sequence)
    WHERE from_lot <> 0 AND from_lot <> to_lot;

-- The second stream: legs of reservations take steps on positions. Quantities are changes.
CREATE TABLE inventory_promise_entry (
    ledger              INTEGER NOT NULL,
    sku                 INTEGER NOT NULL,
    sequence            INTEGER NOT NULL CHECK (sequence > 0), -- dense from 1 within the SKU's promises
    pool                INTEGER NOT NULL,
    owner               INTEGER NOT NULL,
    grade               INTEGER NOT NULL,
    reservation_commit  INTEGER NOT NULL CHECK (reservation_commit >= 0), -- the leg's name; 0, -1, 0 where holds are settled
    reservation_ordinal INTEGER NOT NULL CHECK (reservation_ordinal >= -1),
    leg                 INTEGER NOT NULL CHECK (leg >= 0),
    -- 0 make, 1 release, 2 convert, 3 extend, 4 fulfil, 5 fill, 6 settle, 7 allocate, 8 deallocate, 9 yield
    step                INTEGER NOT NULL CHECK (step BETWEEN 0 AND 9),
    held                INTEGER NOT NULL,
    expires             INTEGER NOT NULL CHECK (expires >= 0), -- when the holds end that are changed; 0 is never
    committed           INTEGER NOT NULL,
    backordered         INTEGER NOT NULL,
    fulfilled           INTEGER NOT NULL CHECK (fulfilled >= 0),
    allocated           INTEGER NOT NULL,
    place               INTEGER, -- this and the next two: the goods that units are bound to; NULL where none are
    lot                 INTEGER,
    picked              INTEGER CHECK (picked IN (0, 1)),
    line                INTEGER, -- this and the next: what was agreed on when the leg was made; NULL on its later steps
    line_sku            INTEGER,
    per_unit            INTEGER CHECK (per_unit > 0),
    needed_by           INTEGER,
    priority            INTEGER,
    holder              TEXT,
    channel             INTEGER,
    recorded            INTEGER NOT NULL,
    commit_no           INTEGER NOT NULL CHECK (commit_no > 0),
    ordinal             INTEGER NOT NULL,
    check_hash          BLOB    NOT NULL CHECK (length(check_hash) = 16),
    PRIMARY KEY (ledger, sku, sequence),
    CHECK ((line IS NULL) = (line_sku IS NULL) AND (line IS NULL) = (per_unit IS NULL)
        AND (line IS NULL) = (needed_by IS NULL) AND (line IS NULL) = (priority IS NULL)
        AND (line IS NULL) = (channel IS NULL) AND (line IS NOT NULL OR holder IS NULL)),
    CHECK ((place IS NULL) = (lot IS NULL) AND (place IS NULL) = (picked IS NULL) AND (place IS NULL) = (allocated = 0))
) STRICT, WITHOUT ROWID;

-- ------------------------------------------------------------- commands that a host has committed and that are yet to be applied

-- A host inserts rows in its own transaction; the engine applies them in the order of their numbers, after that has been committed,
-- and deletes them. What was refused stays, with the reasons, until the host has cured it or discards it.
CREATE TABLE inventory_inbox (
    number     INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- over all ledgers; never given twice
    ledger     INTEGER NOT NULL REFERENCES inventory_ledger,
    key_source TEXT    NOT NULL,
    key_text   TEXT    NOT NULL,
    kind       TEXT    NOT NULL,
    body       TEXT    NOT NULL, -- the command as JSON, {"version":1,"kind":"...","command":{...}}
    enqueued   INTEGER NOT NULL,
    tried      INTEGER NOT NULL CHECK (tried >= 0), -- when it was last refused; 0 while it waits
    refusal    TEXT,                                -- why, as JSON; NULL while it waits
    check_hash BLOB    NOT NULL CHECK (length(check_hash) = 16),
    CHECK ((tried = 0) = (refusal IS NULL))
) STRICT;

CREATE INDEX inventory_inbox_ledger ON inventory_inbox (ledger);

-- ------------------------------------------------------------------------------------------ how things stand, folded from facts

CREATE TABLE inventory_head (
    ledger           INTEGER NOT NULL,
    sku              INTEGER NOT NULL,
    sequence         INTEGER NOT NULL CHECK (sequence >= 0), -- of the last entry: what changes are guarded by
    promise_sequence INTEGER NOT NULL CHECK (promise_sequence >= 0),
    effective        INTEGER NOT NULL, -- the latest of any entry
    recorded         INTEGER NOT NULL,
    lots             INTEGER NOT NULL CHECK (lots >= 0),
    block_effective  INTEGER NOT NULL, -- where the open block of entries begins
    block_sequence   INTEGER NOT NULL,
    block_entries    INTEGER NOT NULL CHECK (block_entries >= 0),
    chain            BLOB    NOT NULL CHECK (length(chain) = 16),
    PRIMARY KEY (ledger, sku)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_position (
    ledger          INTEGER NOT NULL,
    sku             INTEGER NOT NULL,
    pool            INTEGER NOT NULL,
    owner           INTEGER NOT NULL,
    grade           INTEGER NOT NULL,
    available       INTEGER NOT NULL, -- this and the next five: units there by status; negative where a location allows it
    quality_control INTEGER NOT NULL,
    damaged         INTEGER NOT NULL,
    quarantined     INTEGER NOT NULL,
    recalled        INTEGER NOT NULL,
    withheld        INTEGER NOT NULL,
    committed       INTEGER NOT NULL CHECK (committed >= 0),  -- promised to orders
    held            INTEGER NOT NULL CHECK (held >= 0),       -- promised to holders, ended holds included until they are settled
    backordered     INTEGER NOT NULL CHECK (backordered >= 0), -- what accepted orders wait for
    PRIMARY KEY (ledger, sku, pool, owner, grade)
) STRICT, WITHOUT ROWID;

-- Where more is promised than is sellable; there are few.
CREATE INDEX inventory_position_short ON inventory_position (ledger, sku, pool, owner, grade)
    WHERE available < committed + held;

-- What is held of a position until when. Who reads a position takes the totals off whose end has come; who writes it removes them.
CREATE TABLE inventory_hold (
    ledger  INTEGER NOT NULL,
    sku     INTEGER NOT NULL,
    pool    INTEGER NOT NULL,
    owner   INTEGER NOT NULL,
    grade   INTEGER NOT NULL,
    expires INTEGER NOT NULL CHECK (expires > 0),
    held    INTEGER NOT NULL CHECK (held > 0),
    PRIMARY KEY (ledger, sku, pool, owner, grade, expires)
) STRICT, WITHOUT ROWID;

-- What is sellable of a position until which removal day: what is never removed, and what is of no lot, is not here.
CREATE TABLE inventory_dated_supply (
    ledger   INTEGER NOT NULL,
    sku      INTEGER NOT NULL,
    pool     INTEGER NOT NULL,
    owner    INTEGER NOT NULL,
    grade    INTEGER NOT NULL,
    removal  INTEGER NOT NULL, -- a day
    quantity INTEGER NOT NULL, -- negative where a location allows it
    PRIMARY KEY (ledger, sku, pool, owner, grade, removal)
) STRICT, WITHOUT ROWID;

-- What lies of a SKU in a bin: the sum of its balances there, of bins that hold stock.
CREATE TABLE inventory_bin_content (
    ledger   INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    sku      INTEGER NOT NULL,
    quantity INTEGER NOT NULL CHECK (quantity <> 0), -- negative where a location allows it
    PRIMARY KEY (ledger, place, sku)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_bin_content_sku ON inventory_bin_content (ledger, sku);

-- What is promised of a position for which day, of SKUs with lots. Ended promises are treated as those in inventory_hold.
CREATE TABLE inventory_dated_need (
    ledger    INTEGER NOT NULL,
    sku       INTEGER NOT NULL,
    pool      INTEGER NOT NULL,
    owner     INTEGER NOT NULL,
    grade     INTEGER NOT NULL,
    expires   INTEGER NOT NULL CHECK (expires >= 0),  -- 0 is never
    needed_by INTEGER NOT NULL CHECK (needed_by > 0), -- a day
    promised  INTEGER NOT NULL CHECK (promised >= 0),
    PRIMARY KEY (ledger, sku, pool, owner, grade, expires, needed_by)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_balance (
    ledger     INTEGER NOT NULL,
    sku        INTEGER NOT NULL,
    place      INTEGER NOT NULL,
    status     INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),
    lot        INTEGER NOT NULL,
    owner      INTEGER NOT NULL,
    grade      INTEGER NOT NULL,
    quantity   INTEGER NOT NULL,
    counted_at INTEGER NOT NULL CHECK (counted_at >= 0), -- the effective instant of the last count; 0 is never
    allocated  INTEGER NOT NULL CHECK (allocated >= 0),  -- of these, units that orders are bound to
    PRIMARY KEY (ledger, sku, place, status, lot, owner, grade)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_lot (
    ledger        INTEGER NOT NULL,
    sku           INTEGER NOT NULL,
    lot           INTEGER NOT NULL CHECK (lot > 0), -- dense from 1 within the SKU
    code          TEXT    NOT NULL,
    code_key      TEXT    NOT NULL,
    on_hand       INTEGER NOT NULL,
    last_sequence INTEGER NOT NULL CHECK (last_sequence >= 0), -- of the last entry that moved it
    check_hash    BLOB    NOT NULL CHECK (length(check_hash) = 16), -- over number, code, days and status
    received      INTEGER NOT NULL CHECK (received >= 0),    -- this and the next five: days as yyyymmdd; when it first came in
    produced      INTEGER NOT NULL CHECK (produced >= 0),    -- 0 is unknown
    best_before   INTEGER NOT NULL CHECK (best_before >= 0), -- 0 is none
    use_by        INTEGER NOT NULL CHECK (use_by >= 0),      -- 0 is none
    removal       INTEGER NOT NULL CHECK (removal > 0),      -- from this day on it is expired stock; 99991231 is never
    alert         INTEGER NOT NULL CHECK (alert > 0),        -- 99991231 is never
    -- 0 released, 1 on hold, 2 quarantined, 3 recalled, 4 expired, 5 damaged
    status        INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),
    PRIMARY KEY (ledger, sku, lot),
    UNIQUE (ledger, sku, code_key)
) STRICT, WITHOUT ROWID;

-- The legs of reservations: what each line of one needs of one SKU in one position. Ended holds stay as they are.
CREATE TABLE inventory_reservation (
    ledger      INTEGER NOT NULL,
    sku         INTEGER NOT NULL,
    commit_no   INTEGER NOT NULL CHECK (commit_no > 0), -- of the command that made it, which is its name
    ordinal     INTEGER NOT NULL,
    leg         INTEGER NOT NULL CHECK (leg >= 0),
    pool        INTEGER NOT NULL,
    owner       INTEGER NOT NULL,
    grade       INTEGER NOT NULL,
    line        INTEGER NOT NULL CHECK (line >= 0),     -- of that command
    line_sku    INTEGER NOT NULL,                       -- a kit, or the SKU itself
    per_unit    INTEGER NOT NULL CHECK (per_unit > 0),  -- steps of this SKU per step of the line's
    needed_by   INTEGER NOT NULL,                       -- a day; 0 is at once
    priority    INTEGER NOT NULL,
    holder      TEXT,
    channel     INTEGER NOT NULL,
    held        INTEGER NOT NULL CHECK (held >= 0),
    expires     INTEGER NOT NULL CHECK (expires >= 0),  -- when what is held is free again; 0 is never
    committed   INTEGER NOT NULL CHECK (committed >= 0),
    backordered INTEGER NOT NULL CHECK (backordered >= 0),
    fulfilled   INTEGER NOT NULL CHECK (fulfilled >= 0),
    allocated   INTEGER NOT NULL CHECK (allocated BETWEEN 0 AND committed), -- committed units that are bound to goods
    PRIMARY KEY (ledger, sku, commit_no, ordinal, leg)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_reservation_promised ON inventory_reservation (ledger, sku, pool, owner, grade, expires)
    WHERE held > 0 OR committed > 0;

CREATE INDEX inventory_reservation_queue ON inventory_reservation (ledger, sku, pool, owner, grade, priority DESC)
    WHERE backordered > 0;

CREATE INDEX inventory_reservation_holder ON inventory_reservation (ledger, holder, expires)
    WHERE holder IS NOT NULL AND held > 0;

-- What a customer has had of a SKU beside what is held.
CREATE INDEX inventory_reservation_taken ON inventory_reservation (ledger, holder, line_sku)
    WHERE holder IS NOT NULL AND held = 0 AND (committed > 0 OR backordered > 0 OR fulfilled > 0);

-- The goods that legs are bound to: sellable ones of the leg's position.
CREATE TABLE inventory_allocation (
    ledger    INTEGER NOT NULL,
    sku       INTEGER NOT NULL,
    commit_no INTEGER NOT NULL CHECK (commit_no > 0), -- this and the next two: the leg
    ordinal   INTEGER NOT NULL,
    leg       INTEGER NOT NULL CHECK (leg >= 0),
    place     INTEGER NOT NULL,
    lot       INTEGER NOT NULL,
    owner     INTEGER NOT NULL,
    grade     INTEGER NOT NULL,
    picked    INTEGER NOT NULL CHECK (picked IN (0, 1)),
    units     INTEGER NOT NULL CHECK (units >= 0),
    PRIMARY KEY (ledger, sku, commit_no, ordinal, leg, place, lot, picked)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_allocation_goods ON inventory_allocation
    (ledger, sku, place, lot, owner, grade, commit_no DESC, ordinal DESC, leg DESC, picked);

CREATE TABLE inventory_reversed (
    ledger     INTEGER NOT NULL,
    sku        INTEGER NOT NULL,
    sequence   INTEGER NOT NULL CHECK (sequence > 0),    -- of the entry that was reversed, or dispatched by a transfer
    quantity   INTEGER NOT NULL CHECK (quantity >= 0),   -- reversed, arrived and lost
    dispatched INTEGER NOT NULL CHECK (dispatched >= 0), -- by a transfer; 0 for all other entries, as the next
    effective  INTEGER NOT NULL,                         -- the instant of the entry
    PRIMARY KEY (ledger, sku, sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_reversed_open ON inventory_reversed (ledger, sku, sequence) WHERE dispatched > quantity;

-- -------------------------------------------------------------------------------------------- time: days, blocks and their balances

CREATE TABLE inventory_day (
    ledger       INTEGER NOT NULL,
    sku          INTEGER NOT NULL,
    pool         INTEGER NOT NULL,
    date         INTEGER NOT NULL,
    kind         INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 13),
    quantity_in  INTEGER NOT NULL CHECK (quantity_in >= 0),
    quantity_out INTEGER NOT NULL CHECK (quantity_out >= 0),
    cost_in      INTEGER NOT NULL,
    entries      INTEGER NOT NULL CHECK (entries >= 0),
    PRIMARY KEY (ledger, sku, pool, date, kind)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_block (
    ledger          INTEGER NOT NULL,
    sku             INTEGER NOT NULL,
    start_effective INTEGER NOT NULL,
    start_sequence  INTEGER NOT NULL,
    entries         INTEGER NOT NULL CHECK (entries >= 0),
    recorded_from   INTEGER NOT NULL, -- when its first entry that is not late was recorded, or else the last such one before it
    PRIMARY KEY (ledger, sku, start_effective, start_sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_block_recorded ON inventory_block (ledger, sku, recorded_from);

CREATE TABLE inventory_block_balance (
    ledger          INTEGER NOT NULL,
    sku             INTEGER NOT NULL,
    place           INTEGER NOT NULL,
    status          INTEGER NOT NULL CHECK (status BETWEEN 0 AND 5),
    owner           INTEGER NOT NULL CHECK (owner >= 0),
    grade           INTEGER NOT NULL CHECK (grade >= 0),
    start_effective INTEGER NOT NULL,
    start_sequence  INTEGER NOT NULL,
    quantity_before INTEGER NOT NULL, -- units before the block
    net             INTEGER NOT NULL, -- what the block changes
    low             INTEGER NOT NULL, -- the fewest units after any of its entries
    PRIMARY KEY (ledger, sku, place, status, owner, grade, start_effective, start_sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_block_balance_start ON inventory_block_balance (ledger, sku, start_effective, start_sequence);

-- ---------------------------------------------------------------------------------------------------------------- valuation

CREATE TABLE inventory_checkpoint (
    ledger          INTEGER NOT NULL,
    sku             INTEGER NOT NULL,
    book            INTEGER NOT NULL,
    start_effective INTEGER NOT NULL,
    start_sequence  INTEGER NOT NULL,
    quantity_in     INTEGER NOT NULL,
    value_in        INTEGER NOT NULL,
    quantity_out    INTEGER NOT NULL,
    cost_out        INTEGER NOT NULL,
    short_quantity  INTEGER NOT NULL CHECK (short_quantity >= 0),
    short_cost      INTEGER NOT NULL,
    last_quantity   INTEGER NOT NULL CHECK (last_quantity >= 0),
    last_value      INTEGER NOT NULL,
    front_effective INTEGER NOT NULL,
    front_sequence  INTEGER NOT NULL,
    front_taken     INTEGER NOT NULL CHECK (front_taken >= 0),
    PRIMARY KEY (ledger, sku, book, start_effective, start_sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_layer (
    ledger    INTEGER NOT NULL,
    sku       INTEGER NOT NULL,
    book      INTEGER NOT NULL,
    effective INTEGER NOT NULL, -- the entry that brought the units, which is also their place in the queue
    sequence  INTEGER NOT NULL,
    quantity  INTEGER NOT NULL CHECK (quantity > 0),
    value     INTEGER NOT NULL,
    PRIMARY KEY (ledger, sku, book, effective, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_layer_take (
    ledger          INTEGER NOT NULL,
    sku             INTEGER NOT NULL,
    book            INTEGER NOT NULL,
    layer_effective INTEGER NOT NULL,
    layer_sequence  INTEGER NOT NULL,
    effective       INTEGER NOT NULL, -- the entry that took them past the queue
    sequence        INTEGER NOT NULL,
    quantity        INTEGER NOT NULL CHECK (quantity > 0),
    PRIMARY KEY (ledger, sku, book, layer_effective, layer_sequence, effective, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE inventory_lot_cost (
    ledger          INTEGER NOT NULL,
    sku             INTEGER NOT NULL,
    book            INTEGER NOT NULL,
    lot             INTEGER NOT NULL, -- 0 stands for units without a lot
    start_effective INTEGER NOT NULL, -- the block before which the lot stands like this
    start_sequence  INTEGER NOT NULL,
    quantity_in     INTEGER NOT NULL,
    value_in        INTEGER NOT NULL,
    quantity_out    INTEGER NOT NULL,
    cost_out        INTEGER NOT NULL,
    short_quantity  INTEGER NOT NULL CHECK (short_quantity >= 0),
    short_cost      INTEGER NOT NULL,
    last_quantity   INTEGER NOT NULL CHECK (last_quantity >= 0),
    last_value      INTEGER NOT NULL,
    taken           INTEGER NOT NULL CHECK (taken >= 0), -- units taken since goods came in last
    taken_cost      INTEGER NOT NULL,
    PRIMARY KEY (ledger, sku, book, lot, start_effective, start_sequence)
) STRICT, WITHOUT ROWID;

CREATE INDEX inventory_lot_cost_start ON inventory_lot_cost (ledger, sku, book, start_effective, start_sequence);
