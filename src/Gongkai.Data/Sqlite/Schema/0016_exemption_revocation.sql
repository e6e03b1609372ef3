-- 批准了的豁免可以撤销：谁、什么时候、为什么。
ALTER TABLE "finding_exemption" ADD COLUMN "revoked_by" TEXT NULL;
ALTER TABLE "finding_exemption" ADD COLUMN "revoked_at" TEXT NULL;
ALTER TABLE "finding_exemption" ADD COLUMN "revoked_for" TEXT NULL;
