-- 拟稿时指定的栏目：最新一版的、看得见的一版的。
ALTER TABLE "item" ADD COLUMN "column" TEXT NULL;
ALTER TABLE "item" ADD COLUMN "visible_column" TEXT NULL;
UPDATE "item" SET
    "column" = (SELECT json_extract("draft", '$.column') FROM "item_version" WHERE "item_version"."item" = "item"."id" ORDER BY "number" DESC LIMIT 1),
    "visible_column" = (SELECT json_extract("draft", '$.column') FROM "item_version" WHERE "item_version"."item" = "item"."id" AND "item_version"."number" = "item"."visible_version");
