-- 各单位改写的文书：一种一版一行，谁、什么时候改的；恢复标准也是一版。
CREATE TABLE unit_letter (
    unit uuid NOT NULL,
    template text NOT NULL,
    version integer NOT NULL,
    title text NOT NULL,
    text text NOT NULL,
    is_standard boolean NOT NULL,
    changed_by uuid NOT NULL,
    changed_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_unit_letter PRIMARY KEY (unit, template, version),
    CONSTRAINT fk_unit_letter_unit_unit FOREIGN KEY (unit) REFERENCES unit (id) ON DELETE RESTRICT
);
