-- 基础：结构版本、设置、做过的命令、审计链、个人信息。
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
