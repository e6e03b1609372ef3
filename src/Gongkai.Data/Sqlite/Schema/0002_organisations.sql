-- 单位、内设机构、人员、任职、委托。
CREATE TABLE unit (
    id TEXT NOT NULL,
    last_day TEXT,
    ending_kind TEXT,
    ending_reason TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (id)
);

CREATE TABLE unit_period (
    unit TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT,
    level TEXT NOT NULL,
    kind TEXT NOT NULL,
    region_code TEXT,
    credit_code TEXT,
    superior TEXT,
    competent_authority TEXT,
    may_make_regulations INTEGER,
    regulation_reason TEXT,
    address TEXT,
    office_hours TEXT,
    phone TEXT,
    fax TEXT,
    online TEXT,
    reason TEXT NOT NULL,
    CONSTRAINT pk_unit_period PRIMARY KEY (unit, valid_from),
    CONSTRAINT fk_unit_period_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE
);

CREATE TABLE unit_successor (
    unit TEXT NOT NULL,
    successor TEXT NOT NULL,
    CONSTRAINT pk_unit_successor PRIMARY KEY (unit, successor),
    CONSTRAINT fk_unit_successor_unit_successor FOREIGN KEY (successor) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_successor_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE
);
CREATE INDEX ix_unit_successor_successor ON unit_successor (successor);

CREATE TABLE office (
    id TEXT NOT NULL,
    unit TEXT NOT NULL,
    name TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    CONSTRAINT pk_office PRIMARY KEY (id),
    CONSTRAINT fk_office_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE
);
CREATE INDEX ix_office_unit ON office (unit);

CREATE TABLE office_duty (
    office TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    CONSTRAINT pk_office_duty PRIMARY KEY (office, valid_from),
    CONSTRAINT fk_office_duty_office_office FOREIGN KEY (office) REFERENCES office (id) ON DELETE CASCADE
);

CREATE TABLE local_region (
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    level TEXT NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_local_region PRIMARY KEY (code)
);

CREATE TABLE person (
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    login_name TEXT NOT NULL,
    service_from TEXT NOT NULL,
    service_until TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_person_login_name ON person (login_name);

CREATE TABLE appointment (
    id TEXT NOT NULL,
    person TEXT NOT NULL,
    unit TEXT NOT NULL,
    office TEXT,
    role TEXT NOT NULL,
    valid_from TEXT NOT NULL,
    valid_until TEXT,
    CONSTRAINT pk_appointment PRIMARY KEY (id),
    CONSTRAINT fk_appointment_office_office FOREIGN KEY (office) REFERENCES office (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointment_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_appointment_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_appointment_office ON appointment (office);
CREATE INDEX ix_appointment_person ON appointment (person);
CREATE INDEX ix_appointment_unit ON appointment (unit);

CREATE TABLE delegation (
    id TEXT NOT NULL,
    delegator TEXT NOT NULL,
    delegate TEXT NOT NULL,
    unit TEXT NOT NULL,
    role TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    reason TEXT NOT NULL,
    revoked_on TEXT,
    version INTEGER NOT NULL,
    CONSTRAINT pk_delegation PRIMARY KEY (id),
    CONSTRAINT fk_delegation_person_delegate FOREIGN KEY (delegate) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_delegation_person_delegator FOREIGN KEY (delegator) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_delegation_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_delegation_delegate ON delegation (delegate);
CREATE INDEX ix_delegation_delegator ON delegation (delegator);
CREATE INDEX ix_delegation_unit ON delegation (unit);
