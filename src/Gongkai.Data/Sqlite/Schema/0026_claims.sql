-- 更正申请（条例第四十一条）、投诉举报（第四十七条）：诉求、各件事、所附的证据。内容、细节、文件名都封着，钥匙在 personal_key 里。
CREATE TABLE "claim" (
    "id" TEXT NOT NULL CONSTRAINT "pk_claim" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "track_code" TEXT NOT NULL,
    "submitted_at" TEXT NOT NULL,
    "entered_by" TEXT NULL,
    "content" BLOB NOT NULL,
    "identity_proof" BLOB NULL,
    "phone_proof" BLOB NULL,
    "stage" TEXT NOT NULL,
    "event_count" INTEGER NOT NULL,
    "number" TEXT NULL,
    "received_on" TEXT NULL,
    "result" TEXT NULL,
    "told_on" TEXT NULL,
    "case_id" TEXT NULL,
    "item_id" TEXT NULL,
    "register_entry" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_claim_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_claim_request_case_case_id" FOREIGN KEY ("case_id") REFERENCES "request_case" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_claim_item_item_id" FOREIGN KEY ("item_id") REFERENCES "item" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_claim_track_code" ON "claim" ("track_code");
CREATE UNIQUE INDEX "ix_claim_unit_number" ON "claim" ("unit", "number");
CREATE INDEX "ix_claim_unit_kind_submitted_at" ON "claim" ("unit", "kind", "submitted_at");
CREATE INDEX "ix_claim_case_id" ON "claim" ("case_id");
CREATE INDEX "ix_claim_item_id" ON "claim" ("item_id");

CREATE TABLE "claim_event" (
    "claim" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_stage" TEXT NOT NULL,
    "to_stage" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person" TEXT NULL,
    "at" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "details" BLOB NOT NULL,
    CONSTRAINT "pk_claim_event" PRIMARY KEY ("claim", "number"),
    CONSTRAINT "fk_claim_event_claim_claim" FOREIGN KEY ("claim") REFERENCES "claim" ("id") ON DELETE RESTRICT
);

CREATE TABLE "claim_file" (
    "claim" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "name" BLOB NOT NULL,
    "hash" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    CONSTRAINT "pk_claim_file" PRIMARY KEY ("claim", "number"),
    CONSTRAINT "fk_claim_file_claim_claim" FOREIGN KEY ("claim") REFERENCES "claim" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_claim_file_hash" ON "claim_file" ("hash");
