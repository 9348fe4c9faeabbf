-- How many obligations a month are too much for one owner of a unit (domain.md § 2).
ALTER TABLE "Unit" ADD COLUMN     "monthlyLimit" INTEGER;
alter table "Unit" add constraint kp_unit_limit check ("monthlyLimit" between 1 and 1000);
