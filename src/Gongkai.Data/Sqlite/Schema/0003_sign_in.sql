-- 账号、备用码、会话、网页密钥。
CREATE TABLE account (
    person TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    password_set_at TEXT NOT NULL,
    must_change INTEGER NOT NULL,
    one_time_until TEXT,
    stamp TEXT NOT NULL,
    failures INTEGER NOT NULL,
    failing_since TEXT,
    locked_until TEXT,
    totp_secret BLOB,
    totp_confirmed INTEGER NOT NULL,
    totp_last_step INTEGER,
    version INTEGER NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (person),
    CONSTRAINT fk_account_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE recovery_code (
    person TEXT NOT NULL,
    hash BLOB NOT NULL,
    used_at TEXT,
    CONSTRAINT pk_recovery_code PRIMARY KEY (person, hash),
    CONSTRAINT fk_recovery_code_account_person FOREIGN KEY (person) REFERENCES account (person) ON DELETE CASCADE
);

CREATE TABLE sign_in_session (
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    stamp TEXT NOT NULL,
    started_at TEXT NOT NULL,
    last_seen_at TEXT NOT NULL,
    ended_at TEXT,
    with_totp INTEGER NOT NULL,
    network TEXT,
    device TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_sign_in_session PRIMARY KEY (id),
    CONSTRAINT fk_sign_in_session_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_sign_in_session_person ON sign_in_session (person);

CREATE TABLE web_key (
    id TEXT NOT NULL,
    content BLOB NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT pk_web_key PRIMARY KEY (id)
);
