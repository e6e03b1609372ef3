-- 提醒：提醒过什么（每个最后一日每种一次）、告诉了谁、谁关注着哪一件、各人收提醒的邮箱确认没有、告诉申请人有进展的邮件。地址都在 personal_datum 里，封着。
CREATE TABLE reminder (
    subject uuid NOT NULL,
    kind text NOT NULL,
    due_on date NOT NULL,
    unit uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pk_reminder PRIMARY KEY (subject, kind, due_on),
    CONSTRAINT fk_reminder_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_reminder_unit ON reminder (unit);

CREATE TABLE notice (
    id uuid NOT NULL CONSTRAINT pk_notice PRIMARY KEY,
    person uuid NOT NULL,
    on_behalf_of uuid,
    kind text NOT NULL,
    unit uuid NOT NULL,
    "case" uuid,
    stage text,
    year integer,
    due_on date,
    at timestamp with time zone NOT NULL,
    read_at timestamp with time zone,
    mail uuid,
    mailed_at timestamp with time zone,
    CONSTRAINT fk_notice_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_notice_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT,
    CONSTRAINT fk_notice_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_notice_case ON notice ("case");
CREATE INDEX ix_notice_person_read_at_at ON notice (person, read_at, at);
CREATE INDEX ix_notice_unit ON notice (unit);

CREATE TABLE case_watch (
    "case" uuid NOT NULL,
    person uuid NOT NULL,
    since timestamp with time zone NOT NULL,
    CONSTRAINT pk_case_watch PRIMARY KEY ("case", person),
    CONSTRAINT fk_case_watch_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_case_watch_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT
);
CREATE INDEX ix_case_watch_person ON case_watch (person);

CREATE TABLE person_mail (
    person uuid NOT NULL CONSTRAINT pk_person_mail PRIMARY KEY,
    confirmed_at timestamp with time zone,
    code_until timestamp with time zone,
    tries integer NOT NULL,
    declined text NOT NULL,
    shown text,
    CONSTRAINT fk_person_mail_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE RESTRICT
);

CREATE TABLE applicant_notice (
    "case" uuid NOT NULL,
    event integer NOT NULL,
    at timestamp with time zone NOT NULL,
    mail uuid,
    mailed_at timestamp with time zone,
    CONSTRAINT pk_applicant_notice PRIMARY KEY ("case", event),
    CONSTRAINT fk_applicant_notice_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT
);
