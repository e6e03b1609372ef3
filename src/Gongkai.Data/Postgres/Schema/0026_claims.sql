-- 更正申请（条例第四十一条）、投诉举报（第四十七条）：诉求、各件事、所附的证据。内容、细节、文件名都封着，钥匙在 personal_key 里。
CREATE TABLE claim (
    id uuid NOT NULL,
    CONSTRAINT pk_claim PRIMARY KEY (id),
    unit uuid NOT NULL,
    kind text NOT NULL,
    way text NOT NULL,
    track_code text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    entered_by uuid,
    content bytea NOT NULL,
    identity_proof bytea,
    phone_proof bytea,
    stage text NOT NULL,
    event_count integer NOT NULL,
    number text,
    received_on date,
    result text,
    told_on date,
    case_id uuid,
    item_id uuid,
    register_entry uuid,
    version bigint NOT NULL,
    CONSTRAINT fk_claim_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_claim_request_case_case_id FOREIGN KEY (case_id) REFERENCES request_case (id) ON DELETE RESTRICT,
    CONSTRAINT fk_claim_item_item_id FOREIGN KEY (item_id) REFERENCES item (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_claim_track_code ON claim (track_code);
CREATE UNIQUE INDEX ix_claim_unit_number ON claim (unit, number);
CREATE INDEX ix_claim_unit_kind_submitted_at ON claim (unit, kind, submitted_at);
CREATE INDEX ix_claim_case_id ON claim (case_id);
CREATE INDEX ix_claim_item_id ON claim (item_id);

CREATE TABLE claim_event (
    claim uuid NOT NULL,
    number integer NOT NULL,
    action text NOT NULL,
    from_stage text NOT NULL,
    to_stage text NOT NULL,
    role text NOT NULL,
    person uuid,
    at timestamp with time zone NOT NULL,
    on_date date NOT NULL,
    details bytea NOT NULL,
    CONSTRAINT pk_claim_event PRIMARY KEY (claim, number),
    CONSTRAINT fk_claim_event_claim_claim FOREIGN KEY (claim) REFERENCES claim (id) ON DELETE RESTRICT
);

CREATE TABLE claim_file (
    claim uuid NOT NULL,
    number integer NOT NULL,
    name bytea NOT NULL,
    hash text NOT NULL,
    length bigint NOT NULL,
    format text NOT NULL,
    CONSTRAINT pk_claim_file PRIMARY KEY (claim, number),
    CONSTRAINT fk_claim_file_claim_claim FOREIGN KEY (claim) REFERENCES claim (id) ON DELETE RESTRICT
);
CREATE INDEX ix_claim_file_hash ON claim_file (hash);
