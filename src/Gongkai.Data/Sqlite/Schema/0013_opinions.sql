-- 意见征集：一次征集、它的各件事、归并好的各组、各条意见。意见的内容是个人信息，加密存在 personal_datum 里。
CREATE TABLE "opinion_round" (
    "id" TEXT NOT NULL CONSTRAINT "pk_opinion_round" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "short_id" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "result_item" TEXT NULL,
    "adopted_item" TEXT NULL,
    "first_day" TEXT NOT NULL,
    "last_day" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_opinion_round_item_adopted_item" FOREIGN KEY ("adopted_item") REFERENCES "item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_opinion_round_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_opinion_round_item_result_item" FOREIGN KEY ("result_item") REFERENCES "item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_opinion_round_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_opinion_round_short_id" ON "opinion_round" ("short_id");
CREATE UNIQUE INDEX "ix_opinion_round_item" ON "opinion_round" ("item");
CREATE INDEX "ix_opinion_round_result_item" ON "opinion_round" ("result_item");
CREATE INDEX "ix_opinion_round_adopted_item" ON "opinion_round" ("adopted_item");
CREATE INDEX "ix_opinion_round_unit_first_day" ON "opinion_round" ("unit", "first_day");

CREATE TABLE "opinion_event" (
    "round" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "pk_opinion_event" PRIMARY KEY ("round", "number"),
    CONSTRAINT "fk_opinion_event_opinion_round_round" FOREIGN KEY ("round") REFERENCES "opinion_round" ("id") ON DELETE CASCADE
);

CREATE TABLE "opinion_group" (
    "id" TEXT NOT NULL CONSTRAINT "pk_opinion_group" PRIMARY KEY,
    "round" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "outcome" TEXT NULL,
    "reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_opinion_group_opinion_round_round" FOREIGN KEY ("round") REFERENCES "opinion_round" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_opinion_group_round" ON "opinion_group" ("round");

CREATE TABLE "opinion_comment" (
    "id" TEXT NOT NULL CONSTRAINT "pk_opinion_comment" PRIMARY KEY,
    "round" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "received_on" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "entered_by" TEXT NULL,
    "group" TEXT NULL,
    CONSTRAINT "fk_opinion_comment_opinion_group_group" FOREIGN KEY ("group") REFERENCES "opinion_group" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_opinion_comment_opinion_round_round" FOREIGN KEY ("round") REFERENCES "opinion_round" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_opinion_comment_receipt" ON "opinion_comment" ("receipt");
CREATE INDEX "ix_opinion_comment_group" ON "opinion_comment" ("group");
CREATE INDEX "ix_opinion_comment_round_group_id" ON "opinion_comment" ("round", "group", "id");
