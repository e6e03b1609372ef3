-- 单位、内设机构、人员、任职、委托。
CREATE TABLE unit (
    id uuid NOT NULL,
    last_day date,
    ending_kind text,
    ending_reason text,
    version bigint NOT NULL,
    CONSTRAINT pk_unit PRIMARY KEY (id)
);

CREATE TABLE unit_period (
    unit uuid NOT NULL,
    valid_from date NOT NULL,
    name text NOT NULL,
    short_name text,
    level text NOT NULL,
    kind text NOT NULL,
    region_code text,
    credit_code text,
    superior uuid,
    competent_authority uuid,
    may_make_regulations boolean,
    regulation_reason text,
    address text,
    office_hours text,
    phone text,
    fax text,
    online text,
    reason text NOT NULL,
    CONSTRAINT pk_unit_period PRIMARY KEY (unit, valid_from),
    CONSTRAINT fk_unit_period_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE
);

CREATE TABLE unit_successor (
    unit uuid NOT NULL,
    successor uuid NOT NULL,
    CONSTRAINT pk_unit_successor PRIMARY KEY (unit, successor),
    CONSTRAINT fk_unit_successor_unit_successor FOREIGN KEY (successor) REFERENCES unit (id) ON DELETE RESTRICT,
    CONSTRAINT fk_unit_successor_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE
);
CREATE INDEX ix_unit_successor_successor ON unit_successor (successor);

CREATE TABLE office (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    name text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    CONSTRAINT pk_office PRIMARY KEY (id),
    CONSTRAINT fk_office_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE CASCADE
);
CREATE INDEX ix_office_unit ON office (unit);

CREATE TABLE office_duty (
    office uuid NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    CONSTRAINT pk_office_duty PRIMARY KEY (office, valid_from),
    CONSTRAINT fk_office_duty_office_office FOREIGN KEY (office) REFERENCES office (id) ON DELETE CASCADE
);

CREATE TABLE local_region (
    code text NOT NULL,
    name text NOT NULL,
    level text NOT NULL,
    reason text NOT NULL,
    CONSTRAINT pk_local_region PRIMARY KEY (code)
);

CREATE TABLE person (
    id uuid NOT NULL,
    name text NOT NULL,
    login_name text NOT NULL,
    service_from date NOT NULL,
    service_until date,
    version bigint NOT NULL,
    CONSTRAINT pk_person PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_person_login_name ON person (login_name);

CREATE TABLE appointment (
    id uuid NOT NULL,
    person uuid NOT NULL,
    unit uuid NOT NULL,
    office uuid,
    role text NOT NULL,
    valid_from date NOT NULL,
    valid_until date,
    CONSTRAINT pk_appointment PRIMARY KEY (id),
    CONSTRAINT fk_appointment_office_office FOREIGN KEY (office) REFERENCES office (id) ON DELETE RESTRICT,
    CONSTRAINT fk_appointment_person_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE,
    CONSTRAINT fk_appointment_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_appointment_office ON appointment (office);
CREATE INDEX ix_appointment_person ON appointment (person);
CREATE INDEX ix_appointment_unit ON appointment (unit);

CREATE TABLE delegation (
    id uuid NOT NULL,
    delegator uuid NOT NULL,
    delegate uuid NOT NULL,
    unit uuid NOT NULL,
    role text NOT NULL,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text NOT NULL,
    revoked_on date,
    version bigint NOT NULL,
    CONSTRAINT pk_delegation PRIMARY KEY (id),
    CONSTRAINT fk_delegation_person_delegate FOREIGN KEY (delegate) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_delegation_person_delegator FOREIGN KEY (delegator) REFERENCES person (id) ON DELETE RESTRICT,
    CONSTRAINT fk_delegation_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE INDEX ix_delegation_delegate ON delegation (delegate);
CREATE INDEX ix_delegation_delegator ON delegation (delegator);
CREATE INDEX ix_delegation_unit ON delegation (unit);
