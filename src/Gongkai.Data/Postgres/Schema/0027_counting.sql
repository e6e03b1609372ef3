-- 数表三要看的几栏做成一个索引，一百万件也只读索引；年度快照的各件申请另放一张表，编年报只读各格的数。
CREATE INDEX ix_request_case_counted ON request_case (unit, received_on, result_on, applicant, outcome, redo_of);
CREATE INDEX ix_request_event_on_date ON request_event (on_date) WHERE action = 'RecordPayment';
CREATE TABLE request_year_cases (
    unit uuid NOT NULL,
    year integer NOT NULL,
    revision integer NOT NULL,
    cases text NOT NULL,
    CONSTRAINT pk_request_year_cases PRIMARY KEY (unit, year, revision),
    CONSTRAINT fk_request_year_cases_request_year_unit_year_revision FOREIGN KEY (unit, year, revision) REFERENCES request_year (unit, year, revision) ON DELETE RESTRICT
);
