-- 依申请公开：申请、各件事、文书。状态、期限、结局由各件事算出，存在申请一行里供清单查；内容、细节、文书都封着，钥匙在 personal_key 里。
CREATE TABLE "request_case" (
    "id" TEXT NOT NULL CONSTRAINT "pk_request_case" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "track_code" TEXT NOT NULL,
    "submitted_at" TEXT NOT NULL,
    "entered_by" TEXT NULL,
    "applicant" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    "identity_proof" BLOB NULL,
    "phone_proof" BLOB NULL,
    "stage" TEXT NOT NULL,
    "event_count" INTEGER NOT NULL,
    "number" TEXT NULL,
    "received_on" TEXT NULL,
    "awaited" TEXT NOT NULL,
    "due_on" TEXT NULL,
    "assignee" TEXT NULL,
    "outcome" TEXT NULL,
    "result_on" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_request_case_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_request_case_track_code" ON "request_case" ("track_code");
CREATE UNIQUE INDEX "ix_request_case_unit_number" ON "request_case" ("unit", "number");
CREATE INDEX "ix_request_case_unit_stage_due_on" ON "request_case" ("unit", "stage", "due_on");
CREATE INDEX "ix_request_case_unit_submitted_at" ON "request_case" ("unit", "submitted_at");

CREATE TABLE "request_event" (
    "case" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "from_stage" TEXT NOT NULL,
    "to_stage" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "person" TEXT NULL,
    "at" TEXT NOT NULL,
    "on_date" TEXT NOT NULL,
    "details" BLOB NOT NULL,
    CONSTRAINT "pk_request_event" PRIMARY KEY ("case", "number"),
    CONSTRAINT "fk_request_event_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT
);

CREATE TABLE "request_letter" (
    "case" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "event" INTEGER NOT NULL,
    "template" TEXT NOT NULL,
    "content" BLOB NOT NULL,
    CONSTRAINT "pk_request_letter" PRIMARY KEY ("case", "number"),
    CONSTRAINT "fk_request_letter_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT
);

CREATE TABLE "request_file" (
    "case" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "purpose" TEXT NOT NULL,
    "event" INTEGER NULL,
    "name" BLOB NOT NULL,
    "hash" TEXT NOT NULL,
    "length" INTEGER NOT NULL,
    "format" TEXT NOT NULL,
    CONSTRAINT "pk_request_file" PRIMARY KEY ("case", "number"),
    CONSTRAINT "fk_request_file_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_request_file_hash" ON "request_file" ("hash");
