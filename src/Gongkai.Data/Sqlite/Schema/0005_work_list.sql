-- 工作清单：最新一版的分类与生成日期，定时发布没有成的理由，按拟稿的人找。
ALTER TABLE "item" ADD COLUMN "category" TEXT NULL;
ALTER TABLE "item" ADD COLUMN "created_on" TEXT NULL;
ALTER TABLE "item" ADD COLUMN "timing_fault" TEXT NULL;
UPDATE "item" SET
    "category" = (SELECT json_extract("draft", '$.metadata.disclosureCategory') FROM "item_version" WHERE "item_version"."item" = "item"."id" ORDER BY "number" DESC LIMIT 1),
    "created_on" = (SELECT json_extract("draft", '$.metadata.createdOn') FROM "item_version" WHERE "item_version"."item" = "item"."id" ORDER BY "number" DESC LIMIT 1);
CREATE INDEX "ix_item_drafter_since" ON "item" ("drafter", "since");
