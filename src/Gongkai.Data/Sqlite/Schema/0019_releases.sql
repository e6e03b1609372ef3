-- 随答复提供的文件放出的样子，一版一行：标出的遮盖、做成的一份、谁做谁批。标记、文件名、内容都封着。
CREATE TABLE "request_release" (
    "case" TEXT NOT NULL,
    "file" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "marks" BLOB NOT NULL,
    "made_by" TEXT NULL,
    "made_at" TEXT NULL,
    "name" BLOB NULL,
    "hash" TEXT NULL,
    "length" INTEGER NULL,
    "approved_by" TEXT NULL,
    "approved_at" TEXT NULL,
    CONSTRAINT "pk_request_release" PRIMARY KEY ("case", "file", "version"),
    CONSTRAINT "fk_request_release_request_file_case_file" FOREIGN KEY ("case", "file") REFERENCES "request_file" ("case", "number") ON DELETE RESTRICT
);
CREATE INDEX "ix_request_release_hash" ON "request_release" ("hash");
