-- 渠道账号与自动发布的各次投递；投递的编号就是待发的那一件的编号。
CREATE TABLE channel_account (
    id uuid NOT NULL,
    unit uuid NOT NULL,
    slot text,
    facts text NOT NULL,
    adapter text,
    folder text,
    secret bytea,
    closed_on date,
    closed_for text,
    version bigint NOT NULL,
    CONSTRAINT pk_channel_account PRIMARY KEY (id),
    CONSTRAINT fk_channel_account_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
CREATE UNIQUE INDEX ix_channel_account_folder ON channel_account (folder);
CREATE UNIQUE INDEX ix_channel_account_unit_slot ON channel_account (unit, slot);

CREATE TABLE channel_delivery (
    id uuid NOT NULL,
    account uuid NOT NULL,
    item uuid NOT NULL,
    kind text NOT NULL,
    event integer NOT NULL,
    at timestamp with time zone NOT NULL,
    outcome text,
    settled_at timestamp with time zone,
    link text,
    register_entry uuid,
    CONSTRAINT pk_channel_delivery PRIMARY KEY (id),
    CONSTRAINT fk_channel_delivery_channel_account_account FOREIGN KEY (account) REFERENCES channel_account (id) ON DELETE RESTRICT,
    CONSTRAINT fk_channel_delivery_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE RESTRICT,
    CONSTRAINT fk_channel_delivery_register_entry_register_entry FOREIGN KEY (register_entry) REFERENCES register_entry (id) ON DELETE RESTRICT
);
CREATE INDEX ix_channel_delivery_account_id ON channel_delivery (account, id);
CREATE INDEX ix_channel_delivery_item_account ON channel_delivery (item, account);
CREATE INDEX ix_channel_delivery_register_entry ON channel_delivery (register_entry);
