-- 附件的查验与净化副本、扫描命中的豁免、已发布的再扫描；公开的一份附件记在信息上。
ALTER TABLE "item" ADD COLUMN "visible_files" TEXT NULL;

CREATE TABLE "file_examination" (
    "hash" TEXT NOT NULL CONSTRAINT "pk_file_examination" PRIMARY KEY,
    "scanner" TEXT NOT NULL,
    "copy" TEXT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "fk_file_examination_attachment_copy" FOREIGN KEY ("copy") REFERENCES "attachment" ("hash") ON DELETE RESTRICT,
    CONSTRAINT "fk_file_examination_attachment_hash" FOREIGN KEY ("hash") REFERENCES "attachment" ("hash") ON DELETE RESTRICT
);
CREATE INDEX "ix_file_examination_copy" ON "file_examination" ("copy");

CREATE TABLE "finding_exemption" (
    "id" TEXT NOT NULL CONSTRAINT "pk_finding_exemption" PRIMARY KEY,
    "item" TEXT NOT NULL,
    "print" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "excerpt" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_at" TEXT NOT NULL,
    "standing" TEXT NOT NULL,
    "decided_by" TEXT NULL,
    "decided_at" TEXT NULL,
    "note" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_finding_exemption_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_finding_exemption_item" ON "finding_exemption" ("item");
CREATE INDEX "ix_finding_exemption_standing" ON "finding_exemption" ("standing");

CREATE TABLE "published_scan" (
    "item" TEXT NOT NULL CONSTRAINT "pk_published_scan" PRIMARY KEY,
    "number" INTEGER NOT NULL,
    "scanner" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "errors" INTEGER NOT NULL,
    "content" TEXT NULL,
    CONSTRAINT "fk_published_scan_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_published_scan_errors" ON "published_scan" ("errors");
CREATE INDEX "ix_published_scan_scanner" ON "published_scan" ("scanner");
