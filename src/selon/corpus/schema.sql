-- A corpus is one SQLite file. Tables hold what was read and what people corrected; views show both as plain columns.
-- Offsets count Unicode code points of the article's text. Days are ISO dates (YYYY-MM-DD).

-- Facts about the file itself.
CREATE TABLE about (
    key TEXT PRIMARY KEY, -- schema: the number of this schema; stemmer: what folds and stems the words; stories: what the corpus held when they were grouped
    value TEXT NOT NULL -- its value
) WITHOUT ROWID;

-- The input files, to tell which of them are done.
CREATE TABLE files (
    file INTEGER PRIMARY KEY, -- number of the file
    path TEXT NOT NULL UNIQUE, -- its path as given; "(given)" for readings given in Python
    size INTEGER, -- bytes when it was last read through
    changed INTEGER, -- time of its last change when it was last read through, nanoseconds since 1970
    complete INTEGER NOT NULL DEFAULT 0 -- 1 when everything in it is accounted for
);

-- The account: one row for each thing found in a file, whatever became of it.
CREATE TABLE found (
    file INTEGER NOT NULL REFERENCES files, -- the file
    n INTEGER NOT NULL, -- its place in the file, from 0
    place TEXT NOT NULL, -- the file and, where it holds several articles, the line or number
    outcome TEXT NOT NULL CHECK (outcome IN ('read', 'empty', 'language', 'copy', 'again', 'skipped', 'failed')), -- read; empty: no words; language: not one the reader reads; copy: a text the corpus had, by another outlet or at another address; again: the same article met once more; skipped: left out as a matter of course; failed: no article, see the reason
    article INTEGER REFERENCES articles, -- the article that holds its text; null when it failed
    reason TEXT, -- why there is no article or there are no records; null when it was read
    PRIMARY KEY (file, n)
) WITHOUT ROWID;

-- The account in numbers, kept by triggers.
CREATE TABLE file_outcomes (
    file INTEGER NOT NULL REFERENCES files, -- the file
    outcome TEXT NOT NULL, -- as in found
    things INTEGER NOT NULL, -- how many
    PRIMARY KEY (file, outcome)
) WITHOUT ROWID;

-- One row a text, as it was first met.
CREATE TABLE articles (
    article INTEGER PRIMARY KEY, -- number of the article in this file; use hash to point at it from outside
    hash TEXT NOT NULL UNIQUE, -- SHA-256 of the text, hexadecimal
    id TEXT NOT NULL, -- the id its input gave, or the beginning of the hash
    lang TEXT, -- ISO 639-1
    published TEXT, -- day of publication at the precision known (YYYY, YYYY-MM or YYYY-MM-DD)
    day TEXT, -- day of publication, its first day where only a month or year is known
    outlet TEXT, -- who publishes it
    url TEXT, -- its address
    title TEXT, -- its title, which the text begins with
    outcome TEXT NOT NULL CHECK (outcome IN ('read', 'empty', 'language')), -- whether it was read, or why not
    reader TEXT NOT NULL, -- version of the reader that made its records
    model TEXT NOT NULL, -- model the reader used
    rest TEXT -- fields of the article without a column here, as a JSON object
);

-- The texts, never altered.
CREATE TABLE texts (
    article INTEGER PRIMARY KEY REFERENCES articles, -- the article
    text TEXT NOT NULL -- title, an empty line, body
);

-- The words of the texts, stemmed and without accents, for full-text search (FTS5, without content of its own).
CREATE VIRTUAL TABLE article_words USING fts5(words, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- The same text published by another outlet or at another address.
CREATE TABLE copies (
    copy INTEGER PRIMARY KEY, -- number of the copy
    article INTEGER NOT NULL REFERENCES articles, -- the article that holds the text
    id TEXT NOT NULL, -- the id its input gave
    published TEXT, -- its own day of publication
    outlet TEXT, -- its own outlet
    url TEXT, -- its own address
    title TEXT -- its own title
);

-- What the reader wants known of an article.
CREATE TABLE notes (
    article INTEGER NOT NULL REFERENCES articles, -- the article
    n INTEGER NOT NULL, -- its order
    code TEXT NOT NULL, -- what kind of note
    message TEXT NOT NULL, -- what it says
    rest TEXT, -- fields without a column here, as a JSON object
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- Time expressions (TIMEX3).
CREATE TABLE times (
    article INTEGER NOT NULL REFERENCES articles, -- the article
    n INTEGER NOT NULL, -- its order in the reading, from 0
    span_start INTEGER NOT NULL, -- where its words begin
    span_end INTEGER NOT NULL, -- where they end
    words TEXT NOT NULL, -- the words
    type TEXT NOT NULL, -- DATE, TIME, DURATION or SET
    value TEXT, -- TIMEX3 value
    mod TEXT, -- TIMEX3 modifier
    edtf TEXT, -- the time in Extended Date/Time Format
    begin_day TEXT, -- first day
    end_day TEXT, -- last day, inclusive
    anchor TEXT, -- what it was resolved from: published or narrative
    direction TEXT, -- past, future or same, seen from there
    ambiguous INTEGER NOT NULL, -- 1 when the text leaves a choice
    rule TEXT, -- what settled it: written, deictic, narrative, relation, weekday, tense, together or nearest
    rest TEXT, -- fields without a column here, as a JSON object
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- Counts of people, troops, casualties, arrests, arms or money.
CREATE TABLE quantities (
    article INTEGER NOT NULL REFERENCES articles, -- the article
    n INTEGER NOT NULL, -- its order in the reading, from 0
    span_start INTEGER NOT NULL, -- where its words begin
    span_end INTEGER NOT NULL, -- where they end
    words TEXT NOT NULL, -- the words
    low REAL, -- at least; null when open
    high REAL, -- at most; null when open
    unit TEXT NOT NULL, -- the noun counted
    kind TEXT NOT NULL, -- people, troops, casualties, arrests, arms or money
    rest TEXT, -- fields without a column here, as a JSON object
    PRIMARY KEY (article, n)
) WITHOUT ROWID;

-- What mentions name, across the corpus; mentions that nothing settles share a row only when they use the same words.
CREATE TABLE entities (
    entity_no INTEGER PRIMARY KEY, -- number of the entity in this file
    key TEXT NOT NULL UNIQUE, -- stable key: an identifier such as Q2866, country:FRA, name:NAME|COUNTRY or words:WORDS|COUNTRY
    label TEXT NOT NULL, -- name or words, as first met
    country TEXT, -- ISO 3166 alpha-3 or an organisation's acronym
    named INTEGER NOT NULL, -- 1 when the name is settled, 0 for words only
    merged_into INTEGER REFERENCES entities -- the entity people said it is the same as
);

-- The names of the entities, stemmed and without accents.
CREATE VIRTUAL TABLE entity_words USING fts5(words, content = '', tokenize = 'unicode61 remove_diacritics 2');

-- Words that name an actor, a speaker or a place.
CREATE TABLE mentions (
    mention INTEGER PRIMARY KEY, -- number of the mention in this file
    article INTEGER NOT NULL REFERENCES articles, -- the article
    n INTEGER, -- its order among the mentions of the reading; null when only a record uses it
    span_start INTEGER NOT NULL, -- where its words begin
    span_end INTEGER NOT NULL, -- where they end
    words TEXT NOT NULL, -- the words
    kind TEXT NOT NULL, -- person, state, place, organisation, group, outlet or people
    form TEXT NOT NULL, -- name, description, adjective or pronoun
    name TEXT, -- the name they were resolved to, as shown
    country TEXT, -- ISO 3166 alpha-3 or an organisation's acronym, as shown
    entity TEXT, -- identifier of what they name, as shown
    via TEXT, -- what resolved them
    name_read TEXT, -- the name as the reader gave it
    country_read TEXT, -- the country as the reader gave it
    entity_read TEXT, -- the identifier as the reader gave it
    entity_no INTEGER REFERENCES entities, -- the entity, merges followed
    is_read INTEGER NOT NULL DEFAULT 1, -- 0 when a person added it
    is_renamed INTEGER NOT NULL DEFAULT 0, -- 1 when a person said it names something else; its place holds no longer
    rest TEXT -- fields without a column here, as a JSON object: place, with latitude and longitude
);

-- Words given as somebody's.
CREATE TABLE statements (
    statement INTEGER PRIMARY KEY, -- number of the statement in this file
    article INTEGER NOT NULL REFERENCES articles, -- the article
    id TEXT NOT NULL, -- its id in the reading
    n INTEGER NOT NULL, -- its order in the reading
    speaker INTEGER REFERENCES mentions, -- who speaks, as shown; null when the text leaves it out
    addressee INTEGER REFERENCES mentions, -- to whom
    cue_start INTEGER, -- where the cue begins; null when there is none
    cue_end INTEGER, -- where it ends
    cue TEXT, -- the words that introduce the statement
    act TEXT NOT NULL, -- say, announce, deny, demand …, as shown
    form TEXT NOT NULL, -- direct, indirect, mixed, prepositional or free, as shown
    within TEXT, -- id of the statement whose content holds this one
    speaker_read INTEGER REFERENCES mentions, -- who speaks, as the reader gave it
    act_read TEXT NOT NULL, -- the act as the reader gave it
    form_read TEXT NOT NULL, -- the form as the reader gave it
    verdict TEXT, -- accepted, rejected or changed by a person; null when nobody looked
    is_read INTEGER NOT NULL DEFAULT 1, -- 0 when the last reading no longer has it and a correction keeps it
    day TEXT, -- day of publication
    span_start INTEGER NOT NULL, -- where its content (or, without content, its cue) begins
    span_end INTEGER NOT NULL, -- where it ends
    speaker_no INTEGER, -- entity of the speaker
    country TEXT, -- country of the speaker
    confidence REAL, -- how sure the reader was, 0 to 1; null when it does not say
    rest TEXT -- fields without a column here, as a JSON object
);

-- The content of statements, in pieces where a cue breaks it.
CREATE TABLE contents (
    statement INTEGER NOT NULL REFERENCES statements, -- the statement
    n INTEGER NOT NULL, -- order of the piece
    span_start INTEGER NOT NULL, -- where its words begin
    span_end INTEGER NOT NULL, -- where they end
    words TEXT NOT NULL, -- the words
    n_read INTEGER, -- its order as the reader gave it; null when a person added it
    is_shown INTEGER NOT NULL DEFAULT 1, -- 0 when a person took it away
    PRIMARY KEY (statement, n)
) WITHOUT ROWID;

-- Acts: one row for one act at one trigger in one article.
CREATE TABLE events (
    event INTEGER PRIMARY KEY, -- number of the event in this file
    article INTEGER NOT NULL REFERENCES articles, -- the article
    id TEXT NOT NULL, -- its id in the reading
    n INTEGER NOT NULL, -- its order in the reading
    span_start INTEGER NOT NULL, -- where the trigger begins, as shown
    span_end INTEGER NOT NULL, -- where it ends, as shown
    words TEXT NOT NULL, -- the trigger, as shown
    type TEXT NOT NULL, -- PLOVER type, as shown
    status TEXT NOT NULL, -- actual, planned, possible, alleged, demanded or negated, as shown
    mode TEXT, -- PLOVER mode, as shown
    context TEXT, -- PLOVER context, as shown
    has_when INTEGER NOT NULL, -- 1 when the event has a time
    when_start INTEGER, -- where the words of its time begin; null when the time comes from context
    when_end INTEGER, -- where they end
    when_words TEXT, -- the words
    begin_day TEXT, -- first day, as shown
    end_day TEXT, -- last day, inclusive, as shown
    edtf TEXT, -- its time in Extended Date/Time Format
    same_as TEXT, -- id of the first event of the article that is the very same act
    type_read TEXT NOT NULL, -- the type as the reader gave it
    status_read TEXT NOT NULL, -- the status as the reader gave it
    mode_read TEXT, -- the mode as the reader gave it
    context_read TEXT, -- the context as the reader gave it
    begin_day_read TEXT, -- the first day as the reader gave it
    end_day_read TEXT, -- the last day as the reader gave it
    verdict TEXT, -- accepted, rejected or changed by a person; null when nobody looked
    is_read INTEGER NOT NULL DEFAULT 1, -- 0 when the last reading no longer has it and a correction keeps it
    day TEXT NOT NULL, -- first day of the event, or the day of publication where it has none; empty when neither is known
    day_end TEXT NOT NULL, -- last day likewise
    told_by TEXT NOT NULL, -- outlet: in the outlet's own voice; speaker: according to somebody
    counts INTEGER NOT NULL, -- 1 when counts take it: not rejected, and no repeat of an event of the same article
    confidence REAL, -- how sure the reader was, 0 to 1; null when it does not say
    when_rule TEXT, -- what ties its time to it: trigger, verb, sentence, repeat or narrative
    when_rest TEXT, -- fields of its time without a column here, as a JSON object
    rest TEXT, -- fields without a column here, as a JSON object
    code TEXT, -- code of CAMEO nearest to the sense of the trigger
    span_start_read INTEGER NOT NULL, -- where the trigger begins as the reader gave it
    span_end_read INTEGER NOT NULL, -- where it ends likewise
    words_read TEXT NOT NULL -- the trigger as the reader gave it
);

-- Who does, undergoes, tells, and where: the parties of events, with what questions ask of their events beside them.
CREATE TABLE parties (
    event INTEGER NOT NULL REFERENCES events, -- the event
    article INTEGER NOT NULL REFERENCES articles, -- its article
    role TEXT NOT NULL CHECK (role IN ('actor', 'recipient', 'place', 'voice')), -- actor: does it; recipient: undergoes it or is addressed; place: where; voice: a speaker in the chain that tells it
    n INTEGER NOT NULL, -- order in its role
    mention INTEGER NOT NULL REFERENCES mentions, -- the mention
    n_read INTEGER, -- its order as the reader gave it; null when a person added it
    is_shown INTEGER NOT NULL, -- 0 when a person took it away
    entity_no INTEGER, -- the entity of the mention
    country TEXT, -- the country of the mention
    day TEXT NOT NULL, -- the day of the event
    type TEXT NOT NULL, -- the type of the event
    status TEXT NOT NULL, -- the status of the event
    told_by TEXT NOT NULL, -- the voice of the event: outlet or speaker
    counts INTEGER NOT NULL, -- 1 when counts take it: shown, of an event that counts
    is_first INTEGER NOT NULL, -- 1 when it counts and is the first of its country in its role
    is_first_any INTEGER NOT NULL, -- 1 when it counts and is the first of its country among actors, recipients and places
    PRIMARY KEY (event, role, n)
) WITHOUT ROWID;

-- The chain of statements that tells an event, outermost first; none is the outlet's own voice.
CREATE TABLE voices (
    event INTEGER NOT NULL REFERENCES events, -- the event
    n INTEGER NOT NULL, -- place in the chain, from 0
    statement INTEGER NOT NULL REFERENCES statements, -- the statement
    PRIMARY KEY (event, n)
) WITHOUT ROWID;

-- The quantities of events.
CREATE TABLE event_quantities (
    event INTEGER NOT NULL REFERENCES events, -- the event
    n INTEGER NOT NULL, -- order
    quantity INTEGER NOT NULL, -- n of the quantity in its article
    PRIMARY KEY (event, n)
) WITHOUT ROWID;

-- What people said of records: kept apart, keyed by the text and the words, so that they survive a new reading.
CREATE TABLE corrections (
    correction INTEGER PRIMARY KEY, -- number of the correction, in the order they were made
    made TEXT NOT NULL, -- when, in UTC
    person TEXT, -- by whom
    hash TEXT, -- hash of the article's text; null for a merge of entities
    record TEXT NOT NULL CHECK (record IN ('event', 'statement', 'mention', 'entity')), -- what is corrected
    span_start INTEGER, -- where the trigger, content or mention begins
    span_end INTEGER, -- where it ends
    id TEXT, -- id of the event or statement when it was corrected; key of the entity
    action TEXT NOT NULL CHECK (action IN ('accept', 'reject', 'change', 'merge', 'split')), -- what the person did
    before TEXT, -- the fields as read at the time, as a JSON object
    after TEXT, -- the fields as corrected, as a JSON object
    record_json TEXT, -- the whole record at the time, in the published JSON form
    remark TEXT, -- why
    batch INTEGER -- number of the first correction of those made at once and taken back at once; null when made alone
);

-- Corrections that a later reading does not agree with; the correction holds.
CREATE TABLE conflicts (
    correction INTEGER NOT NULL REFERENCES corrections, -- the correction
    field TEXT NOT NULL, -- the field, empty when the record is missing
    problem TEXT NOT NULL CHECK (problem IN ('differs', 'missing')), -- differs: the reader now gives a third value; missing: it no longer has the record
    now TEXT, -- what the reader gives now, as JSON
    reader TEXT NOT NULL, -- version of that reader
    PRIMARY KEY (correction, field)
) WITHOUT ROWID;

-- Events a day, kept by triggers: for charts over the whole corpus.
CREATE TABLE event_days (
    day TEXT NOT NULL, -- the day; empty when not known
    type TEXT NOT NULL, -- PLOVER type
    status TEXT NOT NULL, -- status
    told_by TEXT NOT NULL, -- outlet or speaker
    events INTEGER NOT NULL, -- how many
    PRIMARY KEY (day, status, told_by, type)
) WITHOUT ROWID;

-- Events a month.
CREATE TABLE event_months (
    slot INTEGER PRIMARY KEY, -- number of the row
    month TEXT NOT NULL, -- YYYY-MM; empty when not known
    type TEXT NOT NULL, -- PLOVER type
    status TEXT NOT NULL, -- status
    told_by TEXT NOT NULL, -- outlet or speaker
    events INTEGER NOT NULL, -- how many
    UNIQUE (month, status, told_by, type)
);

-- Events of an article by month: for charts of words and outlets.
CREATE TABLE article_months (
    article INTEGER PRIMARY KEY REFERENCES articles, -- the article
    slots BLOB NOT NULL -- for each event that counts, its slot in event_months: four bytes, the lowest first
);

-- Events a month by the country of a party.
CREATE TABLE country_months (
    country TEXT NOT NULL, -- ISO 3166 alpha-3 or an organisation's acronym
    role TEXT NOT NULL, -- actor, recipient, place or voice; any: an actor, recipient or place
    month TEXT NOT NULL, -- YYYY-MM; empty when not known
    type TEXT NOT NULL, -- PLOVER type
    status TEXT NOT NULL, -- status
    told_by TEXT NOT NULL, -- outlet or speaker
    events INTEGER NOT NULL, -- how many
    PRIMARY KEY (country, role, month, status, told_by, type)
) WITHOUT ROWID;

-- Articles by outlet and month.
CREATE TABLE outlet_months (
    outlet TEXT NOT NULL, -- the outlet; empty when not known
    month TEXT NOT NULL, -- YYYY-MM; empty when not known
    outcome TEXT NOT NULL, -- read, empty or language
    articles INTEGER NOT NULL, -- how many
    PRIMARY KEY (outlet, month, outcome)
) WITHOUT ROWID;

-- Stories as they were last grouped (selon stories --refresh): articles on the same happenings.
CREATE TABLE stories (
    story INTEGER PRIMARY KEY, -- its place in the list, from 1
    id TEXT NOT NULL UNIQUE, -- its id
    begin_day TEXT, -- first day of publication
    end_day TEXT, -- last day of publication
    title TEXT NOT NULL, -- title of its first article
    articles INTEGER NOT NULL, -- how many articles
    outlets INTEGER NOT NULL, -- how many outlets
    origins INTEGER NOT NULL, -- how many independent origins
    record_json TEXT NOT NULL -- the whole story, in the published JSON form
);

-- The articles of stories, copies included.
CREATE TABLE story_articles (
    story INTEGER NOT NULL REFERENCES stories, -- the story
    n INTEGER NOT NULL, -- its place in the story
    id TEXT NOT NULL, -- id of the article or copy
    article INTEGER NOT NULL REFERENCES articles, -- the article that holds the text
    PRIMARY KEY (story, n)
) WITHOUT ROWID;

CREATE INDEX story_articles_id ON story_articles (id);
CREATE INDEX story_articles_article ON story_articles (article);
CREATE INDEX articles_day ON articles (day, article);
CREATE INDEX articles_outlet ON articles (outlet, day);
CREATE INDEX articles_id ON articles (id);
CREATE INDEX found_reason ON found (file, n) WHERE reason IS NOT NULL;
CREATE INDEX found_article ON found (article);
CREATE INDEX copies_article ON copies (article);
CREATE INDEX copies_outlet ON copies (outlet);
CREATE INDEX mentions_article ON mentions (article);
CREATE INDEX mentions_entity ON mentions (entity_no);
CREATE INDEX statements_article ON statements (article);
CREATE INDEX statements_day ON statements (day, statement);
CREATE INDEX statements_speaker ON statements (speaker_no, day);
CREATE INDEX statements_country ON statements (country, day);
CREATE INDEX events_id ON events (id);
CREATE INDEX statements_id ON statements (id);
CREATE INDEX events_article ON events (article, day, type, status, told_by, counts);
CREATE INDEX events_day ON events (day, event);
CREATE INDEX events_type ON events (type, day, event, status);
CREATE INDEX events_verdict ON events (verdict) WHERE verdict IS NOT NULL;
CREATE INDEX statements_verdict ON statements (verdict) WHERE verdict IS NOT NULL;
CREATE INDEX events_status ON events (status, day, event, type);
-- An index answers alone only where it holds all that is asked, is_shown too.
CREATE INDEX parties_country ON parties (country, role, day, event, article, type, status, told_by, counts, is_first, is_first_any, is_shown) WHERE is_shown;
CREATE INDEX parties_entity ON parties (entity_no, role, day, event, article, type, status, told_by, counts, is_shown) WHERE is_shown;
CREATE INDEX parties_mention ON parties (mention);
CREATE INDEX voices_statement ON voices (statement, event);
CREATE INDEX entities_country ON entities (country);
CREATE INDEX entities_merged ON entities (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX corrections_hash ON corrections (hash);
CREATE INDEX corrections_batch ON corrections (batch) WHERE batch IS NOT NULL;

CREATE TRIGGER event_added AFTER INSERT ON events WHEN new.counts BEGIN
    INSERT INTO event_days VALUES (new.day, new.type, new.status, new.told_by, 1)
        ON CONFLICT DO UPDATE SET events = events + 1;
    INSERT INTO event_months (month, type, status, told_by, events) VALUES (substr(new.day, 1, 7), new.type, new.status, new.told_by, 1)
        ON CONFLICT DO UPDATE SET events = events + 1;
END;

CREATE TRIGGER event_removed AFTER DELETE ON events WHEN old.counts BEGIN
    UPDATE event_days SET events = events - 1
        WHERE day = old.day AND type = old.type AND status = old.status AND told_by = old.told_by;
    UPDATE event_months SET events = events - 1
        WHERE month = substr(old.day, 1, 7) AND type = old.type AND status = old.status AND told_by = old.told_by;
END;

CREATE TRIGGER event_changed AFTER UPDATE OF day, type, status, told_by, counts ON events BEGIN
    UPDATE event_days SET events = events - old.counts
        WHERE day = old.day AND type = old.type AND status = old.status AND told_by = old.told_by;
    UPDATE event_months SET events = events - old.counts
        WHERE month = substr(old.day, 1, 7) AND type = old.type AND status = old.status AND told_by = old.told_by;
    INSERT INTO event_days VALUES (new.day, new.type, new.status, new.told_by, new.counts)
        ON CONFLICT DO UPDATE SET events = events + new.counts;
    INSERT INTO event_months (month, type, status, told_by, events) VALUES (substr(new.day, 1, 7), new.type, new.status, new.told_by, new.counts)
        ON CONFLICT DO UPDATE SET events = events + new.counts;
END;

CREATE TRIGGER party_added AFTER INSERT ON parties WHEN new.is_first AND new.country IS NOT NULL BEGIN
    INSERT INTO country_months VALUES (new.country, new.role, substr(new.day, 1, 7), new.type, new.status, new.told_by, 1)
        ON CONFLICT DO UPDATE SET events = events + 1;
END;

CREATE TRIGGER party_added_any AFTER INSERT ON parties WHEN new.is_first_any AND new.country IS NOT NULL BEGIN
    INSERT INTO country_months VALUES (new.country, 'any', substr(new.day, 1, 7), new.type, new.status, new.told_by, 1)
        ON CONFLICT DO UPDATE SET events = events + 1;
END;

CREATE TRIGGER party_removed AFTER DELETE ON parties WHEN old.country IS NOT NULL AND (old.is_first OR old.is_first_any) BEGIN
    UPDATE country_months SET events = events - old.is_first
        WHERE country = old.country AND role = old.role AND month = substr(old.day, 1, 7)
            AND type = old.type AND status = old.status AND told_by = old.told_by;
    UPDATE country_months SET events = events - old.is_first_any
        WHERE country = old.country AND role = 'any' AND month = substr(old.day, 1, 7)
            AND type = old.type AND status = old.status AND told_by = old.told_by;
END;

CREATE TRIGGER found_added AFTER INSERT ON found BEGIN
    INSERT INTO file_outcomes VALUES (new.file, new.outcome, 1) ON CONFLICT DO UPDATE SET things = things + 1;
END;

CREATE TRIGGER found_removed AFTER DELETE ON found BEGIN
    UPDATE file_outcomes SET things = things - 1 WHERE file = old.file AND outcome = old.outcome;
END;

CREATE TRIGGER found_changed AFTER UPDATE OF outcome ON found BEGIN
    UPDATE file_outcomes SET things = things - 1 WHERE file = old.file AND outcome = old.outcome;
    INSERT INTO file_outcomes VALUES (new.file, new.outcome, 1) ON CONFLICT DO UPDATE SET things = things + 1;
END;

CREATE TRIGGER article_added AFTER INSERT ON articles BEGIN
    INSERT INTO outlet_months VALUES (coalesce(new.outlet, ''), coalesce(substr(new.day, 1, 7), ''), new.outcome, 1)
        ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

CREATE TRIGGER article_changed AFTER UPDATE OF outlet, day, outcome ON articles BEGIN
    UPDATE outlet_months SET articles = articles - 1 WHERE outlet = coalesce(old.outlet, '')
        AND month = coalesce(substr(old.day, 1, 7), '') AND outcome = old.outcome;
    INSERT INTO outlet_months VALUES (coalesce(new.outlet, ''), coalesce(substr(new.day, 1, 7), ''), new.outcome, 1)
        ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

-- Articles with what was found in them.
CREATE VIEW v_articles AS SELECT
    a.article AS article, -- number of the article
    a.hash AS hash, -- SHA-256 of the text
    a.id AS id, -- id its input gave
    a.published AS published, -- day of publication
    a.outlet AS outlet, -- outlet
    a.title AS title, -- title
    a.url AS url, -- address
    a.lang AS lang, -- language
    a.outcome AS outcome, -- read, empty or language
    (SELECT count(*) FROM events e WHERE e.article = a.article AND e.verdict IS NOT 'rejected') AS events, -- how many events, those rejected left out
    (SELECT count(*) FROM statements s WHERE s.article = a.article AND s.verdict IS NOT 'rejected') AS statements, -- how many statements likewise
    (SELECT count(*) FROM copies c WHERE c.article = a.article) AS copies, -- how many copies
    a.reader AS reader -- version of the reader
FROM articles a;

-- Events as shown, the values as read beside them, those rejected included (see verdict).
CREATE VIEW v_events AS SELECT
    e.event AS event, -- number of the event
    a.hash AS hash, -- SHA-256 of the article's text
    e.id AS id, -- id of the event in the reading
    e.day AS day, -- first day of the event, or of publication; empty when neither is known
    e.type AS type, -- PLOVER type
    e.status AS status, -- actual, planned, possible, alleged, demanded or negated
    e.words AS "trigger", -- the word that names the act
    (SELECT group_concat(label, '; ') FROM (SELECT coalesce(m.name, m.words) AS label FROM parties p JOIN mentions m USING (mention) WHERE p.event = e.event AND p.role = 'actor' AND p.is_shown ORDER BY p.n)) AS actors, -- who does it: names, or words where nothing settles a name
    (SELECT group_concat(country, ' ') FROM (SELECT DISTINCT p.country AS country FROM parties p WHERE p.event = e.event AND p.role = 'actor' AND p.is_shown AND p.country IS NOT NULL ORDER BY p.n)) AS actor_countries, -- their countries
    (SELECT group_concat(label, '; ') FROM (SELECT coalesce(m.name, m.words) AS label FROM parties p JOIN mentions m USING (mention) WHERE p.event = e.event AND p.role = 'recipient' AND p.is_shown ORDER BY p.n)) AS recipients, -- who undergoes it or is addressed
    (SELECT group_concat(country, ' ') FROM (SELECT DISTINCT p.country AS country FROM parties p WHERE p.event = e.event AND p.role = 'recipient' AND p.is_shown AND p.country IS NOT NULL ORDER BY p.n)) AS recipient_countries, -- their countries
    (SELECT group_concat(label, '; ') FROM (SELECT coalesce(m.name, m.words) AS label FROM parties p JOIN mentions m USING (mention) WHERE p.event = e.event AND p.role = 'place' AND p.is_shown ORDER BY p.n)) AS places, -- where
    e.begin_day AS begin_day, -- first day the text gives
    e.end_day AS end_day, -- last day the text gives
    e.told_by AS told_by, -- outlet: in the outlet's own voice; speaker: according to somebody
    (SELECT group_concat(label, ' > ') FROM (SELECT coalesce(m.name, m.words, '?') AS label FROM voices v JOIN statements s USING (statement) LEFT JOIN mentions m ON m.mention = s.speaker WHERE v.event = e.event AND s.verdict IS NOT 'rejected' ORDER BY v.n)) AS according_to, -- the speakers of the chain, outermost first; ? where the text leaves one out
    a.outlet AS outlet, -- outlet
    a.published AS published, -- day of publication
    a.title AS title, -- title of the article
    e.confidence AS confidence, -- how sure the reader was, 0 to 1; empty when it does not say
    e.verdict AS verdict, -- accepted, rejected or changed by a person
    e.same_as AS same_as, -- id of the first event of the article that is the very same act
    e.mode AS mode, -- PLOVER mode
    e.context AS context, -- PLOVER context
    e.code AS code, -- code of CAMEO nearest to the sense of the trigger
    e.span_start AS span_start, -- where the trigger begins
    e.span_end AS span_end, -- where it ends
    e.type_read AS type_read, -- type as the reader gave it
    e.status_read AS status_read, -- status as the reader gave it
    (SELECT group_concat(label, '; ') FROM (SELECT coalesce(m.name_read, m.words) AS label FROM parties p JOIN mentions m USING (mention) WHERE p.event = e.event AND p.role = 'actor' AND p.n_read IS NOT NULL ORDER BY p.n_read)) AS actors_read, -- actors as the reader gave them
    (SELECT group_concat(label, '; ') FROM (SELECT coalesce(m.name_read, m.words) AS label FROM parties p JOIN mentions m USING (mention) WHERE p.event = e.event AND p.role = 'recipient' AND p.n_read IS NOT NULL ORDER BY p.n_read)) AS recipients_read, -- recipients as the reader gave them
    e.words_read AS trigger_read, -- trigger as the reader gave it
    e.begin_day_read AS begin_day_read, -- first day as the reader gave it
    e.end_day_read AS end_day_read, -- last day as the reader gave it
    e.is_read AS is_read -- 0 when the last reading no longer has it and a correction keeps it
FROM events e JOIN articles a USING (article);

-- Statements as shown, the values as read beside them, those rejected included (see verdict).
CREATE VIEW v_statements AS SELECT
    s.statement AS statement, -- number of the statement
    a.hash AS hash, -- SHA-256 of the article's text
    s.id AS id, -- id of the statement in the reading
    s.day AS day, -- day of publication
    coalesce(m.name, m.words) AS speaker, -- who speaks: the name, or the words where nothing settles a name
    s.country AS country, -- country of the speaker
    s.act AS act, -- say, announce, deny, demand …
    s.form AS form, -- direct, indirect, mixed, prepositional or free
    s.cue AS cue, -- the words that introduce it
    (SELECT group_concat(words, ' … ') FROM (SELECT words FROM contents c WHERE c.statement = s.statement AND c.is_shown ORDER BY n)) AS content, -- what is said, its pieces joined by " … "
    (SELECT coalesce(name, words) FROM mentions d WHERE d.mention = s.addressee) AS addressee, -- to whom
    s.within AS within, -- id of the statement whose content holds it
    a.outlet AS outlet, -- outlet
    a.published AS published, -- day of publication, at the precision known
    a.title AS title, -- title of the article
    s.confidence AS confidence, -- how sure the reader was, 0 to 1; empty when it does not say
    s.verdict AS verdict, -- accepted, rejected or changed by a person
    s.span_start AS span_start, -- where the content begins
    s.span_end AS span_end, -- where it ends
    (SELECT coalesce(name_read, words) FROM mentions r WHERE r.mention = s.speaker_read) AS speaker_read, -- speaker as the reader gave it
    (SELECT group_concat(words, ' … ') FROM (SELECT words FROM contents c WHERE c.statement = s.statement AND c.n_read IS NOT NULL ORDER BY n_read)) AS content_read, -- content as the reader gave it
    s.act_read AS act_read, -- act as the reader gave it
    s.form_read AS form_read, -- form as the reader gave it
    s.is_read AS is_read -- 0 when the last reading no longer has it and a correction keeps it
FROM statements s JOIN articles a USING (article) LEFT JOIN mentions m ON m.mention = s.speaker;

-- One row for each voice in the chain of an event.
CREATE VIEW v_voices AS SELECT
    v.event AS event, -- number of the event
    v.n AS n, -- place in the chain, 0 is the outermost
    v.statement AS statement, -- number of the statement
    coalesce(m.name, m.words) AS speaker, -- who speaks
    s.country AS country, -- country of the speaker
    s.act AS act, -- act of the statement
    s.cue AS cue, -- the words that introduce it
    e.type AS type, -- type of the event
    e.status AS status, -- status of the event
    e.day AS day, -- day of the event
    a.outlet AS outlet, -- outlet
    a.hash AS hash -- SHA-256 of the article's text
FROM voices v JOIN statements s USING (statement) JOIN events e USING (event) JOIN articles a ON a.article = e.article
    LEFT JOIN mentions m ON m.mention = s.speaker WHERE s.verdict IS NOT 'rejected';

-- One row for each party of an event.
CREATE VIEW v_parties AS SELECT
    p.event AS event, -- number of the event
    p.role AS role, -- actor, recipient, place or voice
    p.n AS n, -- order in its role
    coalesce(m.name, m.words) AS name, -- the name, or the words where nothing settles a name
    p.country AS country, -- country
    m.entity AS entity, -- identifier
    m.kind AS kind, -- person, state, place, organisation, group, outlet or people
    m.words AS words, -- the words
    p.type AS type, -- type of the event
    p.status AS status, -- status of the event
    p.day AS day, -- day of the event
    CASE WHEN NOT m.is_renamed THEN json_extract(m.rest, '$.place.latitude') END AS latitude, -- degrees of latitude of a place, where it is known
    CASE WHEN NOT m.is_renamed THEN json_extract(m.rest, '$.place.longitude') END AS longitude, -- degrees of longitude
    CASE WHEN NOT m.is_renamed THEN json_extract(m.rest, '$.place.precision') END AS precision -- how near they come: point, town or region
FROM parties p JOIN mentions m USING (mention) WHERE p.is_shown;

-- What became of everything found, by file.
CREATE VIEW v_files AS SELECT
    f.path AS path, -- the file
    f.complete AS complete, -- 1 when everything in it is accounted for
    coalesce(sum(d.things), 0) AS found, -- how many things were found in it: the sum of the columns that follow
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'read'), 0) AS read, -- articles read
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'empty'), 0) AS empty, -- articles without words
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'language'), 0) AS language, -- articles in a language the reader does not read
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'copy'), 0) AS copy, -- copies of a text the corpus had
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'again'), 0) AS again, -- articles met once more
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'skipped'), 0) AS skipped, -- things left out as a matter of course
    coalesce(sum(d.things) FILTER (WHERE d.outcome = 'failed'), 0) AS failed -- things that gave no article
FROM files f LEFT JOIN file_outcomes d USING (file) GROUP BY f.file;

-- Conflicts in words: where a person and the last reading do not agree.
CREATE VIEW v_conflicts AS SELECT
    c.correction AS correction, -- number of the correction
    c.record AS record, -- event, statement or mention
    a.id AS article, -- id of the article
    c.hash AS hash, -- SHA-256 of its text
    c.span_start AS span_start, -- where the words begin
    c.span_end AS span_end, -- where they end
    c.action AS action, -- what the person did
    k.field AS field, -- the field
    k.problem AS problem, -- differs: the reader now gives a third value; missing: it no longer has the record
    CASE WHEN k.field != '' THEN json_extract(c.before, '$.' || k.field) END AS before, -- value as read when the person corrected it
    CASE WHEN k.field != '' THEN json_extract(c.after, '$.' || k.field) END AS after, -- value as corrected
    json_extract(k.now, '$') AS now, -- what the reader gives now
    k.reader AS reader -- version of that reader
FROM conflicts k JOIN corrections c USING (correction) LEFT JOIN articles a ON a.hash = c.hash;
