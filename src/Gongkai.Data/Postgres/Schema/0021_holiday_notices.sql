-- 录入的节假日通知：sequence 为空的是草稿；施行一份，日历就多一版。申请的一行里存着期限所凭的日子（clock，JSON，没有申请人写的字）和照第几版日历算的，
-- 日历变了，不拆案卷就能逐件重算。clock 为空的是从前的各件，重算时拆开案卷取。
CREATE TABLE holiday_notice (
    id uuid NOT NULL,
    sequence integer,
    content text NOT NULL,
    withdraws uuid,
    entered_by uuid NOT NULL,
    entered_at timestamp with time zone NOT NULL,
    in_force_at timestamp with time zone,
    moved integer NOT NULL,
    version bigint NOT NULL,
    CONSTRAINT pk_holiday_notice PRIMARY KEY (id)
);
CREATE UNIQUE INDEX ix_holiday_notice_sequence ON holiday_notice (sequence);
CREATE INDEX ix_holiday_notice_withdraws_sequence ON holiday_notice (withdraws, sequence);

ALTER TABLE request_case ADD COLUMN clock text NULL;
ALTER TABLE request_case ADD COLUMN calendar integer NOT NULL DEFAULT 0;
CREATE INDEX ix_request_case_stage_calendar_unit ON request_case (stage, calendar, unit);
