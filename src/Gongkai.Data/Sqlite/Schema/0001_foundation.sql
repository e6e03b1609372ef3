-- 基础：结构版本、设置、做过的命令、审计链、个人信息、检索、待发、租约、附件。
CREATE TABLE schema_version (
    version INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    hash TEXT NOT NULL,
    applied_at TEXT NOT NULL
);

CREATE TABLE setting (
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (unit, name)
);

CREATE TABLE command (
    actor TEXT NOT NULL,
    key TEXT NOT NULL,
    payload BLOB NOT NULL,
    result TEXT NOT NULL,
    at TEXT NOT NULL,
    CONSTRAINT pk_command PRIMARY KEY (actor, key)
);
CREATE INDEX ix_command_at ON command (at);

CREATE TABLE audit_chain (
    chain TEXT NOT NULL CONSTRAINT pk_audit_chain PRIMARY KEY,
    sequence INTEGER NOT NULL,
    seal BLOB NOT NULL
);

CREATE TABLE audit_record (
    chain TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    at TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id TEXT NULL,
    on_behalf_of TEXT NULL,
    act TEXT NOT NULL,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    reason TEXT NULL,
    changes TEXT NULL,
    key_id TEXT NOT NULL,
    seal BLOB NOT NULL,
    CONSTRAINT pk_audit_record PRIMARY KEY (chain, sequence)
);
CREATE INDEX ix_audit_record_chain_at ON audit_record (chain, at);
CREATE INDEX ix_audit_record_subject_kind_subject_id ON audit_record (subject_kind, subject_id);

CREATE TABLE personal_key (
    owner_kind TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    master_key_id TEXT NOT NULL,
    wrapped_key BLOB NOT NULL,
    CONSTRAINT pk_personal_key PRIMARY KEY (owner_kind, owner_id)
);
CREATE INDEX ix_personal_key_master_key_id ON personal_key (master_key_id);

CREATE TABLE personal_datum (
    owner_kind TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    field TEXT NOT NULL,
    kind TEXT NOT NULL,
    ciphertext BLOB NOT NULL,
    blind_index BLOB NOT NULL,
    CONSTRAINT pk_personal_datum PRIMARY KEY (owner_kind, owner_id, field),
    CONSTRAINT fk_personal_datum_personal_key_owner_kind_owner_id FOREIGN KEY (owner_kind, owner_id) REFERENCES personal_key (owner_kind, owner_id) ON DELETE CASCADE
);
CREATE INDEX ix_personal_datum_blind_index ON personal_datum (blind_index);

CREATE TABLE search_document (
    ordinal INTEGER NOT NULL CONSTRAINT pk_search_document PRIMARY KEY AUTOINCREMENT,
    subject_kind TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    title TEXT NOT NULL,
    facets TEXT NOT NULL
);
CREATE UNIQUE INDEX ix_search_document_subject_kind_subject_id ON search_document (subject_kind, subject_id);

CREATE TABLE search_passage (
    id INTEGER NOT NULL CONSTRAINT pk_search_passage PRIMARY KEY,
    document INTEGER NOT NULL,
    text TEXT NOT NULL,
    CONSTRAINT fk_search_passage_search_document_document FOREIGN KEY (document) REFERENCES search_document (ordinal) ON DELETE CASCADE
);
CREATE INDEX ix_search_passage_document ON search_passage (document);

-- 不在 EF 模型里：词片由 Search/SearchTokens.cs 切好，rowid 是段号。
CREATE VIRTUAL TABLE search_index USING fts5(tokens, facets, content='', contentless_delete=1, tokenize='ascii');

CREATE TABLE lease (
    name TEXT NOT NULL CONSTRAINT pk_lease PRIMARY KEY,
    holder TEXT NOT NULL,
    until TEXT NOT NULL
);

CREATE TABLE outbox_message (
    id TEXT NOT NULL CONSTRAINT pk_outbox_message PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    created_at TEXT NOT NULL,
    not_before TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    sent_at TEXT NULL,
    given_up_at TEXT NULL,
    last_error TEXT NULL
);
CREATE INDEX ix_outbox_message_sent_at_given_up_at_not_before ON outbox_message (sent_at, given_up_at, not_before);

CREATE TABLE attachment (
    hash TEXT NOT NULL CONSTRAINT pk_attachment PRIMARY KEY,
    length INTEGER NOT NULL,
    format TEXT NOT NULL,
    added_at TEXT NOT NULL
);
