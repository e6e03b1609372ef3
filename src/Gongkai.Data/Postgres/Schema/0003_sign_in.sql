-- 账号、备用码、会话、网页密钥。
CREATE TABLE account (
    person uuid NOT NULL,
    password_hash text NOT NULL,
    password_set_at timestamp with time zone NOT NULL,
    must_change boolean NOT NULL,
    one_time_until timestamp with time zone,
    stamp uuid NOT NULL,
    failures integer NOT NULL,
    failing_since timestamp with time zone,
    locked_until timestamp with time zone,
    totp_secret bytea,
    totp_confirmed boolean NOT NULL,
    totp_last_step bigint,
    version bigint NOT NULL,
    CONSTRAINT pk_account PRIMARY KEY (person),
    CONSTRAINT fk_account_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
);

CREATE TABLE recovery_code (
    person uuid NOT NULL,
    hash bytea NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT pk_recovery_code PRIMARY KEY (person, hash),
    CONSTRAINT fk_recovery_code_account_person FOREIGN KEY (person) REFERENCES account (person) ON DELETE CASCADE
);

CREATE TABLE sign_in_session (
    id uuid NOT NULL,
    person uuid NOT NULL,
    stamp uuid NOT NULL,
    started_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    with_totp boolean NOT NULL,
    network text,
    device text,
    version bigint NOT NULL,
    CONSTRAINT pk_sign_in_session PRIMARY KEY (id),
    CONSTRAINT fk_sign_in_session_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
);
CREATE INDEX ix_sign_in_session_person ON sign_in_session (person);

CREATE TABLE web_key (
    id text NOT NULL,
    content bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_web_key PRIMARY KEY (id)
);
