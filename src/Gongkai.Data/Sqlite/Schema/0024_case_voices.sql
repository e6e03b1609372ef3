-- 答复以后：申请转为主动公开连到拟的稿、公开的信息；申请人的评价和希望公开的话；登记了的申请和它的经过，谁也删不掉（RQ-12）。
CREATE TABLE "request_publication" (
    "case" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "linked_on" TEXT NOT NULL,
    "linked_by" TEXT NOT NULL,
    CONSTRAINT "pk_request_publication" PRIMARY KEY ("case", "item"),
    CONSTRAINT "fk_request_publication_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_request_publication_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_request_publication_item" ON "request_publication" ("item");

CREATE TABLE "request_voice" (
    "case" TEXT NOT NULL CONSTRAINT "pk_request_voice" PRIMARY KEY,
    "score" INTEGER NULL,
    "rated_on" TEXT NULL,
    "comment" BLOB NULL,
    "wished_on" TEXT NULL,
    "hidden_by" TEXT NULL,
    "hidden_reason" TEXT NULL,
    CONSTRAINT "fk_request_voice_request_case_case" FOREIGN KEY ("case") REFERENCES "request_case" ("id") ON DELETE RESTRICT
);

CREATE TRIGGER "tr_request_case_kept" BEFORE DELETE ON "request_case" WHEN OLD."number" IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'RQ-12: a registered application is never deleted, only terminated');
END;

CREATE TRIGGER "tr_request_event_kept" BEFORE DELETE ON "request_event" WHEN EXISTS (SELECT 1 FROM "request_case" WHERE "id" = OLD."case" AND "number" IS NOT NULL)
BEGIN
    SELECT RAISE(ABORT, 'RQ-12: what happened in a registered application is never deleted');
END;
