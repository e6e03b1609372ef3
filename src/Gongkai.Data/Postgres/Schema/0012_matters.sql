-- 事项清单：应当公开的各项；信息归入哪一项，标了五公开里的哪几个（决策 1、执行 2、管理 4、服务 8、结果 16，相加）。
CREATE TABLE matter (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    slot text,
    facts text NOT NULL,
    ended_on date,
    ended_for text,
    version bigint NOT NULL,
    CONSTRAINT pk_matter PRIMARY KEY (id),
    CONSTRAINT fk_matter_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_matter_unit_slot ON matter (unit, slot);

ALTER TABLE item ADD COLUMN matter uuid NULL;
ALTER TABLE item ADD COLUMN aspects integer NOT NULL DEFAULT 0;
ALTER TABLE item ADD COLUMN visible_matter uuid NULL;
ALTER TABLE item ADD COLUMN visible_aspects integer NOT NULL DEFAULT 0;
CREATE INDEX ix_item_matter ON item (matter);
CREATE INDEX ix_item_visible_matter_last_published_at ON item (visible_matter, last_published_at);
