-- 批准了的豁免可以撤销：谁、什么时候、为什么。
ALTER TABLE finding_exemption ADD COLUMN revoked_by uuid;
ALTER TABLE finding_exemption ADD COLUMN revoked_at timestamp with time zone;
ALTER TABLE finding_exemption ADD COLUMN revoked_for text;
