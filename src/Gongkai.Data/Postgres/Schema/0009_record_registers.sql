-- 台账：一事（月、年）一笔，各栏的格式在程序带着的 Registers/*.json 里。
CREATE TABLE register_entry (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    form text NOT NULL,
    on_date date NOT NULL,
    slot text,
    content text NOT NULL,
    office uuid,
    note text,
    voided text,
    version bigint NOT NULL,
    CONSTRAINT pk_register_entry PRIMARY KEY (id),
    CONSTRAINT fk_register_entry_units_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_register_entry_unit_form_on_date_slot ON register_entry (unit, form, on_date, slot);

CREATE TABLE register_evidence (
    entry uuid NOT NULL,
    number integer NOT NULL,
    hash text NOT NULL,
    name text NOT NULL,
    CONSTRAINT pk_register_evidence PRIMARY KEY (entry, number),
    CONSTRAINT fk_register_evidence_attachment_hash FOREIGN KEY (hash) REFERENCES attachment (hash) ON DELETE RESTRICT,
    CONSTRAINT fk_register_evidence_register_entry_entry FOREIGN KEY (entry) REFERENCES register_entry (id) ON DELETE CASCADE
);
CREATE INDEX ix_register_evidence_hash ON register_evidence (hash);
