-- 接口的令牌。
CREATE TABLE api_token (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    person uuid NOT NULL,
    name text NOT NULL,
    scopes text NOT NULL,
    issued_by uuid NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    valid_until date NOT NULL,
    fingerprint bytea,
    revoked_at timestamp with time zone,
    last_used_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_api_token PRIMARY KEY (id),
    CONSTRAINT fk_api_token_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_api_token_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_api_token_person ON api_token (person);
CREATE INDEX ix_api_token_unit ON api_token (unit);
