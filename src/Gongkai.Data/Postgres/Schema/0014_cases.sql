-- 依申请公开：申请、各件事、文书。状态、期限、结局由各件事算出，存在申请一行里供清单查；内容、细节、文书都封着，钥匙在 personal_key 里。
CREATE TABLE request_case (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    track_code text NOT NULL,
    submitted_at timestamp with time zone NOT NULL,
    entered_by uuid,
    applicant text NOT NULL,
    content bytea NOT NULL,
    identity_proof bytea,
    phone_proof bytea,
    stage text NOT NULL,
    event_count integer NOT NULL,
    number text,
    received_on date,
    awaited text NOT NULL,
    due_on date,
    assignee uuid,
    outcome text,
    result_on date,
    version bigint NOT NULL,
    CONSTRAINT pk_request_case PRIMARY KEY (id),
    CONSTRAINT fk_request_case_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_request_case_track_code ON request_case (track_code);
CREATE UNIQUE INDEX ix_request_case_unit_number ON request_case (unit, number);
CREATE INDEX ix_request_case_unit_stage_due_on ON request_case (unit, stage, due_on);
CREATE INDEX ix_request_case_unit_submitted_at ON request_case (unit, submitted_at);

CREATE TABLE request_event (
    "case" uuid NOT NULL,
    number integer NOT NULL,
    action text NOT NULL,
    from_stage text NOT NULL,
    to_stage text NOT NULL,
    role text NOT NULL,
    person uuid,
    at timestamp with time zone NOT NULL,
    on_date date NOT NULL,
    details bytea NOT NULL,
    CONSTRAINT pk_request_event PRIMARY KEY ("case", number),
    CONSTRAINT fk_request_event_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT
);

CREATE TABLE request_letter (
    "case" uuid NOT NULL,
    number integer NOT NULL,
    event integer NOT NULL,
    template text NOT NULL,
    content bytea NOT NULL,
    CONSTRAINT pk_request_letter PRIMARY KEY ("case", number),
    CONSTRAINT fk_request_letter_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT
);

CREATE TABLE request_file (
    "case" uuid NOT NULL,
    number integer NOT NULL,
    purpose text NOT NULL,
    event integer,
    name bytea NOT NULL,
    hash text NOT NULL,
    length bigint NOT NULL,
    format text NOT NULL,
    CONSTRAINT pk_request_file PRIMARY KEY ("case", number),
    CONSTRAINT fk_request_file_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT
);
CREATE INDEX ix_request_file_hash ON request_file (hash);
