-- 登记簿：常设页、栏目、规章和规范性文件、解读、公布的年报。
CREATE TABLE "standing_page" (
    "id" TEXT NOT NULL CONSTRAINT "pk_standing_page" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "short_id" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "visible_version" INTEGER NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_standing_page_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_standing_page_short_id" ON "standing_page" ("short_id");
CREATE UNIQUE INDEX "ix_standing_page_unit_slot" ON "standing_page" ("unit", "slot");

CREATE TABLE "standing_page_version" (
    "page" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "person" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "texts" TEXT NOT NULL,
    CONSTRAINT "pk_standing_page_version" PRIMARY KEY ("page", "number"),
    CONSTRAINT "fk_standing_page_version_standing_page_page" FOREIGN KEY ("page") REFERENCES "standing_page" ("id") ON DELETE CASCADE
);

CREATE TABLE "standing_page_publication" (
    "page" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "published_on" TEXT NOT NULL,
    "effective_from" TEXT NOT NULL,
    "person" TEXT NOT NULL,
    CONSTRAINT "pk_standing_page_publication" PRIMARY KEY ("page", "ordinal"),
    CONSTRAINT "fk_standing_page_publication_standing_pages_page" FOREIGN KEY ("page") REFERENCES "standing_page" ("id") ON DELETE CASCADE
);

CREATE TABLE "column_tree" (
    "unit" TEXT NOT NULL CONSTRAINT "pk_column_tree" PRIMARY KEY,
    "columns" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_column_tree_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);

CREATE TABLE "normative_document" (
    "id" TEXT NOT NULL CONSTRAINT "pk_normative_document" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "short_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "document_number" TEXT NULL,
    "registration_number" TEXT NULL,
    "issued_on" TEXT NOT NULL,
    "item" TEXT NULL,
    "facts" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_normative_document_item_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_normative_document_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_normative_document_document_number" ON "normative_document" ("document_number");
CREATE INDEX "ix_normative_document_item" ON "normative_document" ("item");
CREATE UNIQUE INDEX "ix_normative_document_registration_number" ON "normative_document" ("registration_number");
CREATE UNIQUE INDEX "ix_normative_document_short_id" ON "normative_document" ("short_id");
CREATE INDEX "ix_normative_document_unit_issued_on" ON "normative_document" ("unit", "issued_on");

CREATE TABLE "normative_event" (
    "document" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "pk_normative_event" PRIMARY KEY ("document", "number"),
    CONSTRAINT "fk_normative_event_normative_document_document" FOREIGN KEY ("document") REFERENCES "normative_document" ("id") ON DELETE CASCADE
);

CREATE TABLE "interpretation" (
    "document" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "published_on" TEXT NOT NULL,
    CONSTRAINT "pk_interpretation" PRIMARY KEY ("document", "item"),
    CONSTRAINT "fk_interpretation_items_item" FOREIGN KEY ("item") REFERENCES "item" ("id") ON DELETE RESTRICT,
    CONSTRAINT "fk_interpretation_normative_documents_document" FOREIGN KEY ("document") REFERENCES "normative_document" ("id") ON DELETE RESTRICT
);
CREATE INDEX "ix_interpretation_item" ON "interpretation" ("item");

CREATE TABLE "published_report" (
    "id" TEXT NOT NULL CONSTRAINT "pk_published_report" PRIMARY KEY,
    "unit" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "visible_edition" INTEGER NULL,
    "first_released_at" TEXT NULL,
    "last_released_at" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "fk_published_report_units_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
CREATE UNIQUE INDEX "ix_published_report_unit_year" ON "published_report" ("unit", "year");

CREATE TABLE "report_edition" (
    "report" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    CONSTRAINT "pk_report_edition" PRIMARY KEY ("report", "number"),
    CONSTRAINT "fk_report_edition_published_report_report" FOREIGN KEY ("report") REFERENCES "published_report" ("id") ON DELETE CASCADE
);

CREATE TABLE "report_release" (
    "report" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "pk_report_release" PRIMARY KEY ("report", "ordinal"),
    CONSTRAINT "fk_report_release_published_report_report" FOREIGN KEY ("report") REFERENCES "published_report" ("id") ON DELETE CASCADE
);
