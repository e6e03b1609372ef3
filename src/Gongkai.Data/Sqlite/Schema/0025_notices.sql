-- 提醒：提醒过什么（每个最后一日每种一次）、告诉了谁、谁关注着哪一件、各人收提醒的邮箱确认没有、告诉申请人有进展的邮件。地址都在 personal_datum 里，封着。
CREATE TABLE "reminder" (
    "subject" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_on" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    CONSTRAINT "pk_reminder" PRIMARY KEY ("subject", "kind", "due_on"),
    CONSTRAINT "fk_reminder_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_reminder_unit" ON "reminder" ("unit");

CREATE TABLE "notice" (
    "id" TEXT NOT NULL CONSTRAINT "pk_notice" PRIMARY KEY,
    "person" TEXT NOT NULL,
    "on_behalf_of" TEXT NULL,
    "kind" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "case" TEXT NULL,
    "stage" TEXT NULL,
    "year" INTEGER NULL,
    "due_on" TEXT NULL,
    "at" TEXT NOT NULL,
    "read_at" TEXT NULL,
    "mail" TEXT NULL,
    "mailed_at" TEXT NULL,
    CONSTRAINT "fk_notice_person_person" FOREIGN KEY ("person") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_notice_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_notice_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_notice_case" ON "notice" ("case");
CREATE INDEX "ix_notice_person_read_at_at" ON "notice" ("person", "read_at", "at");
CREATE INDEX "ix_notice_unit" ON "notice" ("unit");

CREATE TABLE "case_watch" (
    "case" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    "since" TEXT NOT NULL,
    CONSTRAINT "pk_case_watch" PRIMARY KEY ("case", "person"),
    CONSTRAINT "fk_case_watch_person_person" FOREIGN KEY ("person") REFERENCES "person" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_case_watch_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_case_watch_person" ON "case_watch" ("person");

CREATE TABLE "person_mail" (
    "person" TEXT NOT NULL CONSTRAINT "pk_person_mail" PRIMARY KEY,
    "confirmed_at" TEXT NULL,
    "code_until" TEXT NULL,
    "tries" INTEGER NOT NULL,
    "declined" TEXT NOT NULL,
    "shown" TEXT NULL,
    CONSTRAINT "fk_person_mail_person_person" FOREIGN KEY ("person") REFERENCES "person" ("id") ON DELETE RESTRICT
);

CREATE TABLE "applicant_notice" (
    "case" TEXT NOT NULL,
    "event" INTEGER NOT NULL,
    "at" TEXT NOT NULL,
    "mail" TEXT NULL,
    "mailed_at" TEXT NULL,
    CONSTRAINT "pk_applicant_notice" PRIMARY KEY ("case", "event"),
    CONSTRAINT "fk_applicant_notice_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT
);
