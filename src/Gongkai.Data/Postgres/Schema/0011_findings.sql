-- 附件的查验与净化副本、扫描命中的豁免、已发布的再扫描；公开的一份附件记在信息上。
ALTER TABLE item ADD COLUMN visible_files text;

CREATE TABLE file_examination (
    hash text NOT NULL,
    scanner text NOT NULL,
    copy text,
    content text NOT NULL,
    CONSTRAINT pk_file_examination PRIMARY KEY (hash),
    CONSTRAINT fk_file_examination_attachment_copy FOREIGN KEY (copy) REFERENCES attachment (hash) ON DELETE RESTRICT,
    CONSTRAINT fk_file_examination_attachment_hash FOREIGN KEY (hash) REFERENCES attachment (hash) ON DELETE RESTRICT
);
CREATE INDEX ix_file_examination_copy ON file_examination (copy);

CREATE TABLE finding_exemption (
    id uuid NOT NULL,
    item uuid NOT NULL,
    print text NOT NULL,
    message text NOT NULL,
    place text NOT NULL,
    excerpt text NOT NULL,
    reason text NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    standing text NOT NULL,
    decided_by uuid,
    decided_at timestamp with time zone,
    note text,
    version bigint NOT NULL,
    CONSTRAINT pk_finding_exemption PRIMARY KEY (id),
    CONSTRAINT fk_finding_exemption_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE RESTRICT
);
CREATE INDEX ix_finding_exemption_item ON finding_exemption (item);
CREATE INDEX ix_finding_exemption_standing ON finding_exemption (standing);

CREATE TABLE published_scan (
    item uuid NOT NULL,
    number integer NOT NULL,
    scanner text NOT NULL,
    at timestamp with time zone NOT NULL,
    errors integer NOT NULL,
    content text,
    CONSTRAINT pk_published_scan PRIMARY KEY (item),
    CONSTRAINT fk_published_scan_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE RESTRICT
);
CREATE INDEX ix_published_scan_errors ON published_scan (errors);
CREATE INDEX ix_published_scan_scanner ON published_scan (scanner);
