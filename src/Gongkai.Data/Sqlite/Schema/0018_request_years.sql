-- 年度快照：一个单位一年的表三、表四，提交时冻结，接收后锁定；更正的另添一版，从前的留着。
CREATE TABLE "request_year" (
    "unit" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "stage" TEXT NOT NULL,
    "taken_at" TEXT NOT NULL,
    "taken_by" TEXT NULL,
    "figures" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "reason" TEXT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_request_year" PRIMARY KEY ("unit", "year", "revision"),
    CONSTRAINT "fk_request_year_unit_unit" FOREIGN KEY ("unit") REFERENCES "unit" ("id") ON DELETE RESTRICT
);
