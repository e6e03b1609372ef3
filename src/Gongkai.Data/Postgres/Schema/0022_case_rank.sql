-- 申请在清单里的先后，存成一个数，清单照索引取一页，不把一个单位的全部排一遍：等双方确认的、期限近的、没有期限的、办结了的。
-- 期限写成公元元年一月一日以来的天数。
ALTER TABLE request_case ADD COLUMN rank integer NOT NULL DEFAULT 0;
UPDATE request_case SET rank = CASE
    WHEN result_on IS NOT NULL THEN 30000000
    WHEN stage IN ('Submitted', 'Unconfirmed') THEN 0
    WHEN due_on IS NULL THEN 20000000
    ELSE 10000000 + (due_on - DATE '0001-01-01') END;
CREATE INDEX ix_request_case_unit_rank_submitted_at ON request_case (unit, rank, submitted_at DESC);
