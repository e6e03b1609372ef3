-- 随答复提供的文件放出的样子，一版一行：标出的遮盖、做成的一份、谁做谁批。标记、文件名、内容都封着。
CREATE TABLE request_release (
    "case" uuid NOT NULL,
    file integer NOT NULL,
    version integer NOT NULL,
    marks bytea NOT NULL,
    made_by uuid,
    made_at timestamp with time zone,
    name bytea,
    hash text,
    length bigint,
    approved_by uuid,
    approved_at timestamp with time zone,
    CONSTRAINT pk_request_release PRIMARY KEY ("case", file, version),
    CONSTRAINT fk_request_release_request_file_case_file FOREIGN KEY ("case", file) REFERENCES request_file ("case", number) ON DELETE RESTRICT
);
CREATE INDEX ix_request_release_hash ON request_release (hash);
