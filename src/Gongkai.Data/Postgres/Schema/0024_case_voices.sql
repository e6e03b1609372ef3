-- 答复以后：申请转为主动公开连到拟的稿、公开的信息；申请人的评价和希望公开的话；登记了的申请和它的经过，谁也删不掉（RQ-12）。
CREATE TABLE request_publication (
    "case" uuid NOT NULL,
    item uuid NOT NULL,
    linked_on date NOT NULL,
    linked_by uuid NOT NULL,
    CONSTRAINT pk_request_publication PRIMARY KEY ("case", item),
    CONSTRAINT fk_request_publication_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT,
    CONSTRAINT fk_request_publication_item_item FOREIGN KEY (item) REFERENCES item (id) ON DELETE RESTRICT
);
CREATE INDEX ix_request_publication_item ON request_publication (item);

CREATE TABLE request_voice (
    "case" uuid NOT NULL,
    score integer,
    rated_on date,
    comment bytea,
    wished_on date,
    hidden_by uuid,
    hidden_reason text,
    CONSTRAINT pk_request_voice PRIMARY KEY ("case"),
    CONSTRAINT fk_request_voice_request_case_case FOREIGN KEY ("case") REFERENCES request_case (id) ON DELETE RESTRICT
);

CREATE FUNCTION request_case_is_kept() RETURNS trigger LANGUAGE plpgsql AS $kept$
BEGIN
    RAISE EXCEPTION 'RQ-12: a registered application is never deleted, only terminated';
END
$kept$;
CREATE TRIGGER tr_request_case_kept BEFORE DELETE ON request_case FOR EACH ROW WHEN (OLD.number IS NOT NULL) EXECUTE FUNCTION request_case_is_kept();

CREATE FUNCTION request_event_is_kept() RETURNS trigger LANGUAGE plpgsql AS $kept$
BEGIN
    IF EXISTS (SELECT 1 FROM request_case WHERE id = OLD."case" AND number IS NOT NULL) THEN
        RAISE EXCEPTION 'RQ-12: what happened in a registered application is never deleted';
    END IF;
    RETURN OLD;
END
$kept$;
CREATE TRIGGER tr_request_event_kept BEFORE DELETE ON request_event FOR EACH ROW EXECUTE FUNCTION request_event_is_kept();
