-- 检索索引换了样子：标题与正文的词片分开，筛选项另有组合。清空，由程序用各段的文字重建（Search/SearchRebuilding.cs）。
-- 索引里从来只有公开的，“谁查得到”不再记；登记了的规章、规范性文件记作 n；没有正文的也有一段空的正文。
DROP TABLE search_index;
CREATE VIRTUAL TABLE search_index USING fts5(tokens, content='', contentless_delete=1, tokenize='ascii');
UPDATE "search_document" SET "facets" = replace(replace("facets", ' staff', ''), ' public', '');
UPDATE "search_document" SET "facets" = "facets" || ' n' WHERE "subject_kind" = 'normative'
    OR ("subject_kind" = 'item' AND "subject_id" IN (SELECT lower("item") FROM "normative_document" WHERE "item" IS NOT NULL));
INSERT INTO "search_passage" ("id", "document", "text")
    SELECT "ordinal" * 1024 + 1, "ordinal", '' FROM "search_document"
    WHERE NOT EXISTS (SELECT 1 FROM "search_passage" WHERE "search_passage"."id" = "search_document"."ordinal" * 1024 + 1);
