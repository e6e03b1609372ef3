-- 登记簿：常设页、栏目、规章和规范性文件、解读、公布的年报。
CREATE TABLE standing_page (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    short_id text NOT NULL,
    slot text NOT NULL,
    visible_version integer,
    version bigint NOT NULL,
    CONSTRAINT pk_standing_page PRIMARY KEY (id),
    CONSTRAINT fk_standing_page_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_standing_page_short_id ON standing_page (short_id);
CREATE UNIQUE INDEX ix_standing_page_unit_slot ON standing_page (unit, slot);

CREATE TABLE standing_page_version (
    page uuid NOT NULL,
    number integer NOT NULL,
    person uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    texts text NOT NULL,
    CONSTRAINT pk_standing_page_version PRIMARY KEY (page, number),
    CONSTRAINT fk_standing_page_version_standing_page_page FOREIGN KEY (page) REFERENCES standing_page (id) ON DELETE CASCADE
);

CREATE TABLE standing_page_publication (
    page uuid NOT NULL,
    ordinal integer NOT NULL,
    number integer NOT NULL,
    published_on date NOT NULL,
    effective_from date NOT NULL,
    person uuid NOT NULL,
    CONSTRAINT pk_standing_page_publication PRIMARY KEY (page, ordinal),
    CONSTRAINT fk_standing_page_publication_standing_pages_page FOREIGN KEY (page) REFERENCES standing_page (id) ON DELETE CASCADE
);

CREATE TABLE column_tree (
    unit uuid NOT NULL,
    columns text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_column_tree PRIMARY KEY (unit),
    CONSTRAINT fk_column_tree_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);

CREATE TABLE normative_document (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    short_id text NOT NULL,
    kind text NOT NULL,
    document_number text,
    registration_number text,
    issued_on date NOT NULL,
    item uuid,
    facts text NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_normative_document PRIMARY KEY (id),
    CONSTRAINT fk_normative_document_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_normative_document_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_normative_document_document_number ON normative_document (document_number);
CREATE INDEX ix_normative_document_item ON normative_document (item);
CREATE UNIQUE INDEX ix_normative_document_registration_number ON normative_document (registration_number);
CREATE UNIQUE INDEX ix_normative_document_short_id ON normative_document (short_id);
CREATE INDEX ix_normative_document_unit_issued_on ON normative_document (unit, issued_on);

CREATE TABLE normative_event (
    document uuid NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    CONSTRAINT pk_normative_event PRIMARY KEY (document, number),
    CONSTRAINT fk_normative_event_normative_document_document FOREIGN KEY (document) REFERENCES normative_document (id) ON DELETE CASCADE
);

CREATE TABLE interpretation (
    document uuid NOT NULL,
    item uuid NOT NULL,
    kind text NOT NULL,
    published_on date NOT NULL,
    CONSTRAINT pk_interpretation PRIMARY KEY (document, item),
    CONSTRAINT fk_interpretation_items_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_interpretation_normative_documents_document FOREIGN KEY (document) REFERENCES normative_document (id) ON DELETE RESTRICT
);
CREATE INDEX ix_interpretation_item ON interpretation (item);

CREATE TABLE published_report (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    year integer NOT NULL,
    visible_edition integer,
    first_released_at timestamp with time zone,
    last_released_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_published_report PRIMARY KEY (id),
    CONSTRAINT fk_published_report_units_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_published_report_unit_year ON published_report (unit, year);

CREATE TABLE report_edition (
    report uuid NOT NULL,
    number integer NOT NULL,
    content text NOT NULL,
    canonical text NOT NULL,
    CONSTRAINT pk_report_edition PRIMARY KEY (report, number),
    CONSTRAINT fk_report_edition_published_report_report FOREIGN KEY (report) REFERENCES published_report (id) ON DELETE CASCADE
);

CREATE TABLE report_release (
    report uuid NOT NULL,
    ordinal integer NOT NULL,
    content text NOT NULL,
    CONSTRAINT pk_report_release PRIMARY KEY (report, ordinal),
    CONSTRAINT fk_report_release_published_report_report FOREIGN KEY (report) REFERENCES published_report (id) ON DELETE CASCADE
);
