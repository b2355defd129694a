"""The tables of the catalogue: what the cache knows of the files and articles of an inbox.

A catalogue is a cache. It has a version and no migrations: one of another version, or a damaged
one, is thrown away and made again from the files.
"""

from __future__ import annotations

VERSION = 7

RECALLS = "status = 'canceled' OR take IN ('KILL', 'WITHDRAWN', 'CORRECTED', 'REFILE')"
"""SQL: whether an article kills, withdraws or corrects an earlier one (`wire.recalls.TAKES`)."""

TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE files (
    file INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    modified INTEGER NOT NULL,
    inode INTEGER NOT NULL
);
CREATE TABLE articles (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    file INTEGER NOT NULL,
    part INTEGER NOT NULL,
    key INTEGER NOT NULL,
    id TEXT NOT NULL,
    guid TEXT,
    item TEXT,
    version TEXT,
    title TEXT NOT NULL,
    title_key TEXT NOT NULL,
    title_derived INTEGER NOT NULL,
    source TEXT,
    source_key TEXT,
    slug TEXT,
    date TEXT,
    dated INTEGER NOT NULL,
    moment REAL NOT NULL,
    arrived REAL NOT NULL,
    urgency INTEGER,
    status TEXT NOT NULL,
    take TEXT,
    embargo TEXT,
    language TEXT,
    words INTEGER NOT NULL,
    folded INTEGER NOT NULL,
    problem TEXT,
    story INTEGER,
    change INTEGER NOT NULL
);
CREATE UNIQUE INDEX by_part ON articles (file, part);
CREATE INDEX by_change ON articles (change);
CREATE INDEX by_key ON articles (key);
CREATE INDEX by_moment ON articles (moment DESC, arrived DESC, number, key);
CREATE INDEX by_urgency ON articles (
    coalesce(urgency, 5), moment DESC, arrived DESC, number, key
);
CREATE INDEX by_source ON articles (
    source_key IS NULL, source_key, moment DESC, arrived DESC, number, key
);
CREATE INDEX by_title ON articles (title_key, number, key);
CREATE INDEX by_slug ON articles (slug, moment) WHERE slug IS NOT NULL;
CREATE INDEX by_story ON articles (story) WHERE story IS NOT NULL;
CREATE INDEX by_guid ON articles (guid) WHERE guid IS NOT NULL;
CREATE INDEX by_item ON articles (moment) WHERE item IS NOT NULL;
CREATE INDEX by_recall ON articles (moment) WHERE status = 'canceled'
    OR take IN ('KILL', 'WITHDRAWN', 'CORRECTED', 'REFILE');
CREATE TABLE recalls (
    recall INTEGER NOT NULL,
    target INTEGER NOT NULL,
    kind TEXT NOT NULL,
    way TEXT NOT NULL,
    PRIMARY KEY (recall, target)
) WITHOUT ROWID;
CREATE INDEX recalls_by_target ON recalls (target);
CREATE TABLE orders (sort TEXT PRIMARY KEY, change INTEGER NOT NULL, numbers BLOB NOT NULL);
CREATE TABLE texts (number INTEGER PRIMARY KEY, article BLOB NOT NULL);
CREATE TABLE rewritten (
    number INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (number, key)
) WITHOUT ROWID;
CREATE TABLE gone (number INTEGER PRIMARY KEY, change INTEGER NOT NULL);
CREATE INDEX gone_by_change ON gone (change);
CREATE VIRTUAL TABLE heads USING fts5 (
    title, slug, source, content='articles', content_rowid='number',
    tokenize='unicode61 remove_diacritics 2', prefix='1 2 3'
);
CREATE TRIGGER head_added AFTER INSERT ON articles BEGIN
    INSERT INTO heads (rowid, title, slug, source)
    VALUES (new.number, new.title, new.slug, new.source);
END;
CREATE TRIGGER head_removed AFTER DELETE ON articles BEGIN
    INSERT INTO heads (heads, rowid, title, slug, source)
    VALUES ('delete', old.number, old.title, old.slug, old.source);
END;
CREATE TRIGGER head_changed AFTER UPDATE OF title, slug, source ON articles BEGIN
    INSERT INTO heads (heads, rowid, title, slug, source)
    VALUES ('delete', old.number, old.title, old.slug, old.source);
    INSERT INTO heads (rowid, title, slug, source)
    VALUES (new.number, new.title, new.slug, new.source);
END;
INSERT INTO meta VALUES ('change', 0), ('birth', hex(randomblob(8))),
    ('recalled', 0);
"""
