-- 检索索引换了样子：标题与正文的词片分开，筛选项另有组合，另记各段在哪几块里。清空，由程序用各段的文字重建（Search/SearchRebuilding.cs）。
-- 索引里从来只有公开的，“谁查得到”不再记；登记了的规章、规范性文件记作 n；没有正文的也有一段空的正文。
TRUNCATE search_index;
UPDATE search_document SET facets = replace(replace(facets, ' staff', ''), ' public', '');
UPDATE search_document SET facets = facets || ' n' WHERE subject_kind = 'normative'
    OR (subject_kind = 'item' AND subject_id IN (SELECT item::text FROM normative_document WHERE item IS NOT NULL));
INSERT INTO search_passage (id, document, text)
    SELECT ordinal * 1024 + 1, ordinal, '' FROM search_document
    WHERE NOT EXISTS (SELECT 1 FROM search_passage WHERE search_passage.id = search_document.ordinal * 1024 + 1);
-- 词片压着存，查一串字要解开来看位置：lz4 解得快。服务器编译时没有带上它的，照旧。
DO $$ BEGIN
    ALTER TABLE search_index ALTER COLUMN tokens SET COMPRESSION lz4;
EXCEPTION WHEN feature_not_supported THEN NULL;
END $$;
