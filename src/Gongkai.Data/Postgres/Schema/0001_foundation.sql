-- 基础：结构版本、设置、做过的命令、审计链、个人信息。
CREATE TABLE schema_version (
    version integer PRIMARY KEY,
    name text NOT NULL,
    hash text NOT NULL,
    applied_at timestamp with time zone NOT NULL
);

CREATE TABLE setting (
    unit uuid NOT NULL,
    name text NOT NULL,
    value text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_setting PRIMARY KEY (unit, name)
);

CREATE TABLE command (
    actor uuid NOT NULL,
    key text NOT NULL,
    payload bytea NOT NULL,
    result text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_command PRIMARY KEY (actor, key)
);
CREATE INDEX ix_command_at ON command (at);

CREATE TABLE audit_chain (
    chain uuid NOT NULL,
    sequence bigint NOT NULL,
    seal bytea NOT NULL,
    CONSTRAINT pk_audit_chain PRIMARY KEY (chain)
);

CREATE TABLE audit_record (
    chain uuid NOT NULL,
    sequence bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    actor_kind text NOT NULL,
    actor_id uuid,
    on_behalf_of uuid,
    act text NOT NULL,
    subject_kind text NOT NULL,
    subject_id text NOT NULL,
    reason text,
    changes text,
    key_id text NOT NULL,
    seal bytea NOT NULL,
    CONSTRAINT pk_audit_record PRIMARY KEY (chain, sequence)
);
CREATE INDEX ix_audit_record_chain_at ON audit_record (chain, at);
CREATE INDEX ix_audit_record_subject_kind_subject_id ON audit_record (subject_kind, subject_id);

CREATE TABLE personal_key (
    owner_kind text NOT NULL,
    owner_id text NOT NULL,
    master_key_id text NOT NULL,
    wrapped_key bytea NOT NULL,
    CONSTRAINT pk_personal_key PRIMARY KEY (owner_kind, owner_id)
);
CREATE INDEX ix_personal_key_master_key_id ON personal_key (master_key_id);

CREATE TABLE personal_datum (
    owner_kind text NOT NULL,
    owner_id text NOT NULL,
    field text NOT NULL,
    kind text NOT NULL,
    ciphertext bytea NOT NULL,
    blind_index bytea NOT NULL,
    CONSTRAINT pk_personal_datum PRIMARY KEY (owner_kind, owner_id, field),
    CONSTRAINT fk_personal_datum_personal_key_owner_kind_owner_id FOREIGN KEY (owner_kind, owner_id) REFERENCES personal_key (owner_kind, owner_id) ON DELETE CASCADE
);
CREATE INDEX ix_personal_datum_blind_index ON personal_datum (blind_index);
