-- A quarter's obligations are found among those of all years; who owns a point is found in this index alone: the one that keeps
-- a point from having two owners is slow to look things up in.
CREATE INDEX "Obligation_unitId_periodEnd_idx" ON "Obligation"("unitId", "periodEnd");
create index kp_owner_of on "Ownership" ("unitId", "pointId") include (id, "personId", "from", "to") where "voidedAt" is null;
