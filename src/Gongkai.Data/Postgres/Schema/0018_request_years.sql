-- 年度快照：一个单位一年的表三、表四，提交时冻结，接收后锁定；更正的另添一版，从前的留着。
CREATE TABLE request_year (
    unit uuid NOT NULL,
    year integer NOT NULL,
    revision integer NOT NULL,
    stage text NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    taken_by uuid,
    figures text NOT NULL,
    hash text NOT NULL,
    reason text,
    version bigint NOT NULL,
    CONSTRAINT pk_request_year PRIMARY KEY (unit, year, revision),
    CONSTRAINT fk_request_year_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
