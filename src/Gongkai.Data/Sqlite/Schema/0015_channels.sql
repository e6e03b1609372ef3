-- 渠道账号与自动发布的各次投递；投递的编号就是待发的那一件的编号。
CREATE TABLE "channel_account" (
    "id" TEXT NOT NULL CONSTRAINT "pk_channel_account" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "slot" TEXT NULL,
    "facts" TEXT NOT NULL,
    "adapter" TEXT NULL,
    "folder" TEXT NULL,
    "secret" BLOB NULL,
    "closed_on" TEXT NULL,
    "closed_for" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_channel_account_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_channel_account_folder" ON "channel_account" ("folder");
CREATE UNIQUE INDEX "ix_channel_account_unit_slot" ON "channel_account" ("unit", "slot");

CREATE TABLE "channel_delivery" (
    "id" TEXT NOT NULL CONSTRAINT "pk_channel_delivery" PRIMARY KEY,
    "account" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "event" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "settled_at" TEXT NULL,
    "link" TEXT NULL,
    "register_entry" TEXT NULL,
    CONSTRAINT "fk_channel_delivery_channel_account_account" FOREIGN KEY ("account") REFERENCES "channel_account" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_channel_delivery_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_channel_delivery_register_entry_register_entry" FOREIGN KEY ("register_entry") REFERENCES "register_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_channel_delivery_account_id" ON "channel_delivery" ("account", "id");
CREATE INDEX "ix_channel_delivery_item_account" ON "channel_delivery" ("item", "account");
CREATE INDEX "ix_channel_delivery_register_entry" ON "channel_delivery" ("register_entry");
