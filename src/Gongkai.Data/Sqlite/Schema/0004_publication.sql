-- 信息：各版、审查的各件事、索引号的流水、审查程序、公开内容的戳。
CREATE TABLE "index_sequence" (
    "key" TEXT NOT NULL CONSTRAINT "pk_index_sequence" PRIMARY KEY,
    "last" INTEGER NOT NULL,
    "version" INTEGER NOT NULL
);

CREATE TABLE "public_stamp" (
    "id" INTEGER NOT NULL CONSTRAINT "pk_public_stamp" PRIMARY KEY,
    "value" INTEGER NOT NULL
);

CREATE TABLE "item" (
    "id" TEXT NOT NULL CONSTRAINT "pk_item" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "short_id" TEXT NOT NULL,
    "index_number" TEXT NULL,
    "title" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "drafter" TEXT NOT NULL,
    "step" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "scheduled_for" TEXT NULL,
    "visible_version" INTEGER NULL,
    "visible_title" TEXT NULL,
    "visible_description" TEXT NULL,
    "visible_category" TEXT NULL,
    "visible_subject" TEXT NULL,
    "visible_genre" TEXT NULL,
    "visible_number" TEXT NULL,
    "visible_created_on" TEXT NULL,
    "first_published_at" TEXT NULL,
    "last_published_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_item_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_item_index_number" ON "item" ("index_number");
CREATE INDEX "ix_item_last_published_at" ON "item" ("last_published_at");
CREATE INDEX "ix_item_scheduled_for" ON "item" ("scheduled_for");
CREATE UNIQUE INDEX "ix_item_short_id" ON "item" ("short_id");
CREATE INDEX "ix_item_unit_step_since" ON "item" ("unit", "step", "since");
CREATE INDEX "ix_item_unit_visible_category_last_published_at" ON "item" ("unit", "visible_category", "last_published_at");
CREATE INDEX "ix_item_visible_category_last_published_at" ON "item" ("visible_category", "last_published_at");

CREATE TABLE "review_setting" (
    "unit" TEXT NOT NULL,
    "valid_from" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "reason" TEXT NULL,
    CONSTRAINT "pk_review_setting" PRIMARY KEY ("unit", "valid_from"),
    CONSTRAINT "fk_review_setting_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);

CREATE TABLE "item_version" (
    "item" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    CONSTRAINT "pk_item_version" PRIMARY KEY ("item", "number"),
    CONSTRAINT "fk_item_version_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE CASCADE
);

CREATE TABLE "review_event" (
    "item" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "person" TEXT NULL,
    "at" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "pk_review_event" PRIMARY KEY ("item", "number"),
    CONSTRAINT "fk_review_event_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE CASCADE
);
CREATE INDEX "ix_review_event_action_at" ON "review_event" ("action", "at");

