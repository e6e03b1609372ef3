-- 办结以后：责令重新答复的连到原来的一件；过了保管期限抹去的记下哪天、谁。
ALTER TABLE "request_case" ADD COLUMN "redo_of" TEXT NULL CONSTRAINT "fk_request_case_request_case_redo_of" REFERENCES "request_case" ("id") ON DELETE RESTRICT;
ALTER TABLE "request_case" ADD COLUMN "erased_on" TEXT NULL;
ALTER TABLE "request_case" ADD COLUMN "erased_by" TEXT NULL;
CREATE INDEX "ix_request_case_redo_of" ON "request_case" ("redo_of") WHERE "redo_of" IS NOT NULL;
