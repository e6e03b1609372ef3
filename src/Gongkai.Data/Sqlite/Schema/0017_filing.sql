-- 年报的编报：自查、审核、签发、报送、接收、公布、锁定各件事；到哪一步由各件事得出，存在年报一行里供清单查。还有催报。
ALTER TABLE "published_report" ADD COLUMN "stage" TEXT NOT NULL DEFAULT 'Compiling';
ALTER TABLE "published_report" ADD COLUMN "signed_at" TEXT NULL;
UPDATE "published_report" SET "stage" = 'Published' WHERE "visible_edition" IS NOT NULL;

CREATE TABLE "report_filing" (
    "report" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "pk_report_filing" PRIMARY KEY ("report", "number"),
    CONSTRAINT "fk_report_filing_published_report_report" FOREIGN KEY ("report") REFERENCES "published_report" ("id") ON DELETE CASCADE
);

CREATE TABLE "report_reminder" (
    "id" TEXT NOT NULL CONSTRAINT "pk_report_reminder" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "authority" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    CONSTRAINT "fk_report_reminder_unit_authority" FOREIGN KEY ("authority") REFERENCES "unit" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_report_reminder_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_report_reminder_authority_year" ON "report_reminder" ("authority", "year");
CREATE INDEX "ix_report_reminder_unit_year" ON "report_reminder" ("unit", "year");
