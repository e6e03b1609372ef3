-- 年报的编报：自查、审核、签发、报送、接收、公布、锁定各件事；到哪一步由各件事得出，存在年报一行里供清单查。还有催报。
ALTER TABLE published_report ADD COLUMN stage text NOT NULL DEFAULT 'Compiling';
ALTER TABLE published_report ADD COLUMN signed_at timestamp with time zone;
UPDATE published_report SET stage = 'Published' WHERE visible_edition IS NOT NULL;

CREATE TABLE report_filing (
    report uuid NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    CONSTRAINT pk_report_filing PRIMARY KEY (report, number),
    CONSTRAINT fk_report_filing_published_report_report FOREIGN KEY (report) REFERENCES published_report (id) ON DELETE CASCADE
);

CREATE TABLE report_reminder (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    year integer NOT NULL,
    authority uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    by uuid NOT NULL,
    text text NOT NULL,
    CONSTRAINT pk_report_reminder PRIMARY KEY (id),
    CONSTRAINT fk_report_reminder_unit_authority FOREIGN KEY (authority) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_report_reminder_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_report_reminder_authority_year ON report_reminder (authority, year);
CREATE INDEX ix_report_reminder_unit_year ON report_reminder (unit, year);
