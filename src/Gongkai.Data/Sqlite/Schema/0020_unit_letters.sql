-- 各单位改写的文书：一种一版一行，谁、什么时候改的；恢复标准也是一版。
CREATE TABLE "unit_letter" (
    "unit" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "is_standard" INTEGER NOT NULL,
    "changed_by" TEXT NOT NULL,
    "changed_at" TEXT NOT NULL,
    CONSTRAINT "pk_unit_letter" PRIMARY KEY ("unit", "template", "version"),
    CONSTRAINT "fk_unit_letter_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
