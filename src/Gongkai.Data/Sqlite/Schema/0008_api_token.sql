-- 接口的令牌。
CREATE TABLE api_token (
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    person TEXT NOT NULL,
    name TEXT NOT NULL,
    scopes TEXT NOT NULL,
    issued_by TEXT NOT NULL,
    issued_at TEXT NOT NULL,
    valid_until TEXT NOT NULL,
    fingerprint BLOB,
    revoked_at TEXT,
    last_used_at TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_api_token PRIMARY KEY (id),
    CONSTRAINT fk_api_token_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_api_token_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_api_token_person ON api_token (person);
CREATE INDEX ix_api_token_unit ON api_token (unit);
