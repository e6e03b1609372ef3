-- 信息：各版、审查的各件事、索引号的流水、审查程序、公开内容的戳。
CREATE TABLE index_sequence (
    key text NOT NULL,
    last integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_index_sequence PRIMARY KEY (key)
);

CREATE TABLE public_stamp (
    id integer NOT NULL,
    value bigint NOT NULL,
    CONSTRAINT pk_public_stamp PRIMARY KEY (id)
);

CREATE TABLE item (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    short_id text NOT NULL,
    index_number text,
    title text NOT NULL,
    mode text NOT NULL,
    drafter uuid NOT NULL,
    step text NOT NULL,
    since timestamp with time zone NOT NULL,
    due_on date,
    scheduled_for timestamp with time zone,
    visible_version integer,
    visible_title text,
    visible_description text,
    visible_category text,
    visible_subject text,
    visible_genre text,
    visible_number text,
    visible_created_on date,
    first_published_at timestamp with time zone,
    last_published_at timestamp with time zone,
    version bigint NOT NULL,
    CONSTRAINT pk_item PRIMARY KEY (id),
    CONSTRAINT fk_item_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_item_index_number ON item (index_number);
CREATE INDEX ix_item_last_published_at ON item (last_published_at);
CREATE INDEX ix_item_scheduled_for ON item (scheduled_for);
CREATE UNIQUE INDEX ix_item_short_id ON item (short_id);
CREATE INDEX ix_item_unit_step_since ON item (unit, step, since);
CREATE INDEX ix_item_unit_visible_category_last_published_at ON item (unit, visible_category, last_published_at);
CREATE INDEX ix_item_visible_category_last_published_at ON item (visible_category, last_published_at);

CREATE TABLE review_setting (
    unit uuid NOT NULL,
    valid_from date NOT NULL,
    plan text NOT NULL,
    person uuid NOT NULL,
    reason text,
    CONSTRAINT pk_review_setting PRIMARY KEY (unit, valid_from),
    CONSTRAINT fk_review_setting_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);

CREATE TABLE item_version (
    item uuid NOT NULL,
    number integer NOT NULL,
    person uuid NOT NULL,
    at timestamp with time zone NOT NULL,
    draft text NOT NULL,
    CONSTRAINT pk_item_version PRIMARY KEY (item, number),
    CONSTRAINT fk_item_version_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE
);

CREATE TABLE review_event (
    item uuid NOT NULL,
    number integer NOT NULL,
    action text NOT NULL,
    person uuid,
    at timestamp with time zone NOT NULL,
    content text NOT NULL,
    CONSTRAINT pk_review_event PRIMARY KEY (item, number),
    CONSTRAINT fk_review_event_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE CASCADE
);
CREATE INDEX ix_review_event_action_at ON review_event (action, at);

