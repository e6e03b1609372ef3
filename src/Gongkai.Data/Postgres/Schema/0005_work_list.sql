-- 工作清单：最新一版的分类与生成日期，定时发布没有成的理由，按拟稿的人找。
ALTER TABLE item ADD COLUMN category text;
ALTER TABLE item ADD COLUMN created_on date;
ALTER TABLE item ADD COLUMN timing_fault text;
UPDATE item SET
    category = latest.draft::jsonb -> 'metadata' ->> 'disclosureCategory',
    created_on = (latest.draft::jsonb -> 'metadata' ->> 'createdOn')::date
FROM (SELECT DISTINCT ON (item) item, draft FROM item_version ORDER BY item, number DESC) AS latest
WHERE latest.item = item.id;
CREATE INDEX ix_item_drafter_since ON item (drafter, since);
