-- CreateTable
CREATE TABLE "Credential" (
    "personId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiToken" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3),
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeLink" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "hash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignInAttempt" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "ok" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SignInAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IdempotencyKey" (
    "personId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "requestHash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "response" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "IdempotencyKey_pkey" PRIMARY KEY ("personId","key")
);

-- CreateTable
CREATE TABLE "Assessment" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "editionId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "plannedBy" UUID,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL,
    "openedBy" UUID,
    "openedAt" TIMESTAMPTZ(3),
    "inReviewAt" TIMESTAMPTZ(3),
    "closedBy" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Test" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "assessmentId" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "pointId" UUID NOT NULL,
    "pointVersionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nodeCode" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "ownerPersonId" UUID,
    "status" TEXT NOT NULL DEFAULT 'unassigned',
    "testerPersonId" UUID,
    "reviewerPersonId" UUID,
    "round" INTEGER NOT NULL DEFAULT 1,
    "highRisk" BOOLEAN NOT NULL DEFAULT false,
    "extended" BOOLEAN NOT NULL DEFAULT false,
    "conclusion" TEXT,
    "concludedAt" TIMESTAMPTZ(3),
    "reviewedAt" TIMESTAMPTZ(3),
    "signedOffBy" UUID,
    "signedOffAt" TIMESTAMPTZ(3),
    "sealedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Test_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DesignTest" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "since" TEXT,
    "note" TEXT NOT NULL,
    "recordedBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DesignTest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConformityTest" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "result" TEXT NOT NULL,
    "since" TEXT,
    "note" TEXT NOT NULL,
    "recordedBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ConformityTest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Population" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "completeness" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "frozenBy" UUID,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Population_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PopulationItem" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "populationId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "servedOn" DATE,
    "versionId" UUID,

    CONSTRAINT "PopulationItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draw" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "populationId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "seed" TEXT,
    "size" INTEGER NOT NULL,
    "reason" TEXT,
    "extension" BOOLEAN NOT NULL DEFAULT false,
    "drawnBy" UUID,
    "drawnAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sample" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "drawId" UUID NOT NULL,
    "itemId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "ordinal" INTEGER NOT NULL,

    CONSTRAINT "Sample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AttributeJudgement" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "sampleId" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "note" TEXT,
    "judgedBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "AttributeJudgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExceptionDecision" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "sampleId" UUID NOT NULL,
    "deviation" BOOLEAN NOT NULL,
    "nature" TEXT,
    "reason" TEXT NOT NULL,
    "decidedBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ExceptionDecision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestConclusion" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "conclusion" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "concludedBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TestConclusion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestReview" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "round" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "notes" TEXT NOT NULL,
    "reviewedBy" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TestReview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Disagreement" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "testId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "raisedBy" UUID,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolution" TEXT,
    "resolvedBy" UUID,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Disagreement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "mode" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "seededAt" TIMESTAMPTZ(3),

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditHead" (
    "unitId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditHead_pkey" PRIMARY KEY ("unitId")
);

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "sequence" BIGINT NOT NULL,
    "type" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "personId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "recordedAt" TIMESTAMPTZ(6) NOT NULL,
    "canonical" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditSubject" (
    "eventId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,

    CONSTRAINT "AuditSubject_pkey" PRIMARY KEY ("eventId","kind","subjectId")
);

-- CreateTable
CREATE TABLE "RefusalNote" (
    "id" UUID NOT NULL,
    "unitId" UUID,
    "personId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "command" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "message" TEXT NOT NULL,
    "subjectId" UUID,

    CONSTRAINT "RefusalNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Counter" (
    "unitId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "Counter_pkey" PRIMARY KEY ("unitId","kind","year")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID,
    "kind" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "deliveredAt" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deficiency" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "quarter" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "financialReporting" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL,
    "testId" UUID,
    "pointId" UUID NOT NULL,
    "pointVersionId" UUID NOT NULL,
    "pointCode" TEXT NOT NULL,
    "nodeCode" TEXT NOT NULL,
    "frequency" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "cause" TEXT,
    "status" TEXT NOT NULL DEFAULT 'registered',
    "grade" TEXT,
    "ownerPersonId" UUID,
    "departmentId" UUID,
    "firstTesterPersonId" UUID,
    "remediatorPersonId" UUID,
    "planDueOn" DATE,
    "implementedOn" DATE,
    "predecessorId" UUID,
    "registeredBy" UUID,
    "registeredAt" TIMESTAMPTZ(3) NOT NULL,
    "confirmBy" DATE NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "acceptedUntil" DATE,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Deficiency_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeficiencyConfirmation" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DeficiencyConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Grading" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "likelihood" TEXT NOT NULL,
    "magnitude" DECIMAL(18,2),
    "reason" TEXT NOT NULL,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Grading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RemediationPlan" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "actions" TEXT NOT NULL,
    "remediatorPersonId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "agreedBy" UUID,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RemediationPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanExtension" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "requestedBy" UUID,
    "requestedAt" TIMESTAMPTZ(3) NOT NULL,
    "granted" BOOLEAN,
    "decisionNote" TEXT,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PlanExtension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Implementation" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "implementedOn" DATE NOT NULL,
    "note" TEXT NOT NULL,
    "reportedBy" UUID,
    "reportedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "decisionNote" TEXT,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Implementation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Retest" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "testerPersonId" UUID NOT NULL,
    "implementedOn" DATE NOT NULL,
    "required" INTEGER NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "note" TEXT,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Retest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RetestSample" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "retestId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "occurredOn" DATE NOT NULL,
    "reference" TEXT NOT NULL,
    "versionId" UUID,
    "passed" BOOLEAN NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RetestSample_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Closure" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "deficiencyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "until" DATE,
    "by" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Closure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "pointVersionId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "periodStart" DATE NOT NULL,
    "periodEnd" DATE NOT NULL,
    "quarter" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceRecord" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "pointId" UUID NOT NULL,
    "createdBy" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceRecord_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceVersion" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "recordId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "occurred" BOOLEAN NOT NULL DEFAULT true,
    "occurredOn" DATE,
    "performedBy" UUID,
    "reference" TEXT,
    "amount" DECIMAL(18,2),
    "counterparty" TEXT,
    "count" INTEGER,
    "source" TEXT,
    "location" TEXT,
    "note" TEXT NOT NULL,
    "reason" TEXT,
    "submittedBy" UUID,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "EvidenceVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceFile" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "mime" TEXT NOT NULL,

    CONSTRAINT "EvidenceFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EvidenceUse" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "obligationId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'submitted',
    "late" BOOLEAN NOT NULL DEFAULT false,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "sealedAt" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "EvidenceUse_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "parentId" UUID,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "effectiveFrom" DATE,
    "draftedBy" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "submittedBy" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "reviewedBy" UUID,
    "publishedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),
    "returnReason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandbookNode" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT,
    "objectiveZh" TEXT NOT NULL,
    "objectiveEn" TEXT,
    "kinds" TEXT[],
    "kindsReasonZh" TEXT NOT NULL,
    "kindsReasonEn" TEXT,

    CONSTRAINT "HandbookNode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Step" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "nodeId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT,
    "department" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "documentsIn" JSONB NOT NULL,
    "documentsOut" JSONB NOT NULL,

    CONSTRAINT "Step_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Point" (
    "id" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Point_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PointVersion" (
    "id" UUID NOT NULL,
    "editionId" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "nodeId" UUID NOT NULL,
    "stepId" UUID,
    "code" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "titleZh" TEXT NOT NULL,
    "titleEn" TEXT,
    "descriptionZh" TEXT NOT NULL,
    "descriptionEn" TEXT,
    "objective" JSONB NOT NULL,
    "risk" JSONB NOT NULL,
    "assertions" TEXT[],
    "accounts" JSONB NOT NULL,
    "component" TEXT NOT NULL,
    "principle" INTEGER NOT NULL,
    "aspect" TEXT,
    "frequency" TEXT NOT NULL,
    "effect" TEXT NOT NULL,
    "nature" TEXT NOT NULL,
    "systems" JSONB NOT NULL,
    "reports" JSONB NOT NULL,
    "review" JSONB,
    "ownerPosition" TEXT NOT NULL,
    "performingPositions" TEXT[],
    "department" TEXT NOT NULL,
    "evidenceKinds" TEXT[],
    "designTest" JSONB NOT NULL,
    "operatingTest" JSONB NOT NULL,
    "compensating" TEXT[],
    "regulations" JSONB NOT NULL,
    "kinds" TEXT[],
    "kindsReason" JSONB,
    "provenance" TEXT NOT NULL,
    "provenancePlace" TEXT NOT NULL,

    CONSTRAINT "PointVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApplicabilityOverride" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "applicable" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL,
    "decidedBy" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApplicabilityOverride_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HandbookImport" (
    "id" UUID NOT NULL,
    "editionId" UUID,
    "sha256" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "uploadedBy" UUID,
    "uploadedAt" TIMESTAMPTZ(3) NOT NULL,
    "problems" JSONB NOT NULL,
    "summary" JSONB NOT NULL,
    "confirmedAt" TIMESTAMPTZ(3),

    CONSTRAINT "HandbookImport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Engagement" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE NOT NULL,
    "openedBy" UUID,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Engagement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EngagementMember" (
    "engagementId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID NOT NULL,

    CONSTRAINT "EngagementMember_pkey" PRIMARY KEY ("engagementId","personId")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "engagementId" UUID NOT NULL,
    "engagementUnitId" UUID NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "quarter" TEXT,
    "releasedBy" UUID,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,
    "secrecyNote" TEXT NOT NULL,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Statement" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "departmentId" UUID,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "status" TEXT NOT NULL DEFAULT 'drafted',
    "text" TEXT NOT NULL,
    "declarations" JSONB NOT NULL,
    "exceptions" TEXT NOT NULL DEFAULT '',
    "unfinished" TEXT NOT NULL DEFAULT '',
    "facts" JSONB NOT NULL,
    "factsHash" TEXT NOT NULL,
    "draftedBy" UUID,
    "draftedAt" TIMESTAMPTZ(3) NOT NULL,
    "preparedBy" UUID,
    "preparedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),
    "endReason" TEXT,
    "predecessorId" UUID,
    "documentSha256" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Signature" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "statementId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "personName" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "facts" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,
    "documentSha256" TEXT,

    CONSTRAINT "Signature_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unit" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "parentId" UUID,
    "timeZone" TEXT NOT NULL DEFAULT 'Asia/Shanghai',
    "fiscalYearStartMonth" INTEGER NOT NULL DEFAULT 1,
    "graceDays" INTEGER NOT NULL DEFAULT 5,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Unit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Department" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "headPersonId" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Position" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "departmentId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,

    CONSTRAINT "Position_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "departmentId" UUID,
    "email" TEXT NOT NULL,
    "nameZh" TEXT NOT NULL,
    "nameEn" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'zh-CN',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PositionHolding" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "recordedBy" UUID,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PositionHolding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "grantedBy" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnBy" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ownership" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "positionId" UUID,
    "from" DATE NOT NULL,
    "to" DATE,
    "assignedBy" UUID,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,
    "voidedBy" UUID,
    "voidedAt" TIMESTAMPTZ(3),
    "voidReason" TEXT,

    CONSTRAINT "Ownership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Performer" (
    "id" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "pointId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "from" DATE NOT NULL,
    "to" DATE,
    "assignedBy" UUID,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Performer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Holiday" (
    "country" TEXT NOT NULL,
    "date" DATE NOT NULL,
    "workday" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Holiday_pkey" PRIMARY KEY ("country","date")
);

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");

-- CreateIndex
CREATE INDEX "ApiToken_personId_idx" ON "ApiToken"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeLink_hash_key" ON "OneTimeLink"("hash");

-- CreateIndex
CREATE INDEX "OneTimeLink_personId_idx" ON "OneTimeLink"("personId");

-- CreateIndex
CREATE INDEX "SignInAttempt_subject_at_idx" ON "SignInAttempt"("subject", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_unitId_id_key" ON "Assessment"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Assessment_unitId_quarter_key" ON "Assessment"("unitId", "quarter");

-- CreateIndex
CREATE INDEX "Test_unitId_quarter_nodeCode_idx" ON "Test"("unitId", "quarter", "nodeCode");

-- CreateIndex
CREATE INDEX "Test_unitId_testerPersonId_idx" ON "Test"("unitId", "testerPersonId");

-- CreateIndex
CREATE INDEX "Test_unitId_pointId_idx" ON "Test"("unitId", "pointId");

-- CreateIndex
CREATE UNIQUE INDEX "Test_unitId_id_key" ON "Test"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Test_unitId_assessmentId_pointId_key" ON "Test"("unitId", "assessmentId", "pointId");

-- CreateIndex
CREATE INDEX "DesignTest_unitId_testId_idx" ON "DesignTest"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "DesignTest_unitId_id_key" ON "DesignTest"("unitId", "id");

-- CreateIndex
CREATE INDEX "ConformityTest_unitId_testId_idx" ON "ConformityTest"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "ConformityTest_unitId_id_key" ON "ConformityTest"("unitId", "id");

-- CreateIndex
CREATE INDEX "Population_unitId_testId_idx" ON "Population"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "Population_unitId_id_key" ON "Population"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PopulationItem_unitId_id_key" ON "PopulationItem"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "PopulationItem_unitId_populationId_ordinal_key" ON "PopulationItem"("unitId", "populationId", "ordinal");

-- CreateIndex
CREATE INDEX "Draw_unitId_testId_idx" ON "Draw"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "Draw_unitId_id_key" ON "Draw"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Sample_unitId_id_key" ON "Sample"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Sample_unitId_testId_round_ordinal_key" ON "Sample"("unitId", "testId", "round", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "AttributeJudgement_unitId_id_key" ON "AttributeJudgement"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AttributeJudgement_unitId_sampleId_key_key" ON "AttributeJudgement"("unitId", "sampleId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "ExceptionDecision_unitId_id_key" ON "ExceptionDecision"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "ExceptionDecision_unitId_sampleId_key" ON "ExceptionDecision"("unitId", "sampleId");

-- CreateIndex
CREATE INDEX "TestConclusion_unitId_testId_idx" ON "TestConclusion"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "TestConclusion_unitId_id_key" ON "TestConclusion"("unitId", "id");

-- CreateIndex
CREATE INDEX "TestReview_unitId_testId_idx" ON "TestReview"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "TestReview_unitId_id_key" ON "TestReview"("unitId", "id");

-- CreateIndex
CREATE INDEX "Disagreement_unitId_testId_idx" ON "Disagreement"("unitId", "testId");

-- CreateIndex
CREATE UNIQUE INDEX "Disagreement_unitId_id_key" ON "Disagreement"("unitId", "id");

-- CreateIndex
CREATE INDEX "AuditEvent_unitId_at_idx" ON "AuditEvent"("unitId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_unitId_type_idx" ON "AuditEvent"("unitId", "type");

-- CreateIndex
CREATE INDEX "AuditEvent_unitId_personId_idx" ON "AuditEvent"("unitId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_unitId_id_key" ON "AuditEvent"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditEvent_unitId_sequence_key" ON "AuditEvent"("unitId", "sequence");

-- CreateIndex
CREATE INDEX "AuditSubject_unitId_kind_subjectId_idx" ON "AuditSubject"("unitId", "kind", "subjectId");

-- CreateIndex
CREATE INDEX "RefusalNote_unitId_at_idx" ON "RefusalNote"("unitId", "at");

-- CreateIndex
CREATE INDEX "OutboxMessage_deliveredAt_createdAt_idx" ON "OutboxMessage"("deliveredAt", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_unitId_id_key" ON "OutboxMessage"("unitId", "id");

-- CreateIndex
CREATE INDEX "Deficiency_unitId_status_idx" ON "Deficiency"("unitId", "status");

-- CreateIndex
CREATE INDEX "Deficiency_unitId_quarter_idx" ON "Deficiency"("unitId", "quarter");

-- CreateIndex
CREATE INDEX "Deficiency_unitId_pointId_idx" ON "Deficiency"("unitId", "pointId");

-- CreateIndex
CREATE UNIQUE INDEX "Deficiency_unitId_id_key" ON "Deficiency"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Deficiency_unitId_number_key" ON "Deficiency"("unitId", "number");

-- CreateIndex
CREATE INDEX "DeficiencyConfirmation_unitId_deficiencyId_idx" ON "DeficiencyConfirmation"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "DeficiencyConfirmation_unitId_id_key" ON "DeficiencyConfirmation"("unitId", "id");

-- CreateIndex
CREATE INDEX "Grading_unitId_deficiencyId_idx" ON "Grading"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Grading_unitId_id_key" ON "Grading"("unitId", "id");

-- CreateIndex
CREATE INDEX "RemediationPlan_unitId_deficiencyId_idx" ON "RemediationPlan"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "RemediationPlan_unitId_id_key" ON "RemediationPlan"("unitId", "id");

-- CreateIndex
CREATE INDEX "PlanExtension_unitId_deficiencyId_idx" ON "PlanExtension"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanExtension_unitId_id_key" ON "PlanExtension"("unitId", "id");

-- CreateIndex
CREATE INDEX "Implementation_unitId_deficiencyId_idx" ON "Implementation"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Implementation_unitId_id_key" ON "Implementation"("unitId", "id");

-- CreateIndex
CREATE INDEX "Retest_unitId_deficiencyId_idx" ON "Retest"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Retest_unitId_id_key" ON "Retest"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RetestSample_unitId_id_key" ON "RetestSample"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "RetestSample_unitId_retestId_ordinal_key" ON "RetestSample"("unitId", "retestId", "ordinal");

-- CreateIndex
CREATE INDEX "Closure_unitId_deficiencyId_idx" ON "Closure"("unitId", "deficiencyId");

-- CreateIndex
CREATE UNIQUE INDEX "Closure_unitId_id_key" ON "Closure"("unitId", "id");

-- CreateIndex
CREATE INDEX "Obligation_unitId_quarter_dueOn_idx" ON "Obligation"("unitId", "quarter", "dueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_unitId_id_key" ON "Obligation"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Obligation_unitId_pointId_period_key" ON "Obligation"("unitId", "pointId", "period");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceRecord_unitId_id_key" ON "EvidenceRecord"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceRecord_unitId_number_key" ON "EvidenceRecord"("unitId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceVersion_unitId_id_key" ON "EvidenceVersion"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceVersion_unitId_recordId_version_key" ON "EvidenceVersion"("unitId", "recordId", "version");

-- CreateIndex
CREATE INDEX "EvidenceFile_unitId_sha256_idx" ON "EvidenceFile"("unitId", "sha256");

-- CreateIndex
CREATE INDEX "EvidenceFile_unitId_versionId_idx" ON "EvidenceFile"("unitId", "versionId");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceFile_unitId_id_key" ON "EvidenceFile"("unitId", "id");

-- CreateIndex
CREATE INDEX "EvidenceUse_unitId_obligationId_idx" ON "EvidenceUse"("unitId", "obligationId");

-- CreateIndex
CREATE INDEX "EvidenceUse_unitId_status_idx" ON "EvidenceUse"("unitId", "status");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_unitId_id_key" ON "EvidenceUse"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "EvidenceUse_versionId_obligationId_key" ON "EvidenceUse"("versionId", "obligationId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_number_key" ON "Edition"("number");

-- CreateIndex
CREATE UNIQUE INDEX "HandbookNode_editionId_code_key" ON "HandbookNode"("editionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "HandbookNode_editionId_id_key" ON "HandbookNode"("editionId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Step_editionId_code_key" ON "Step"("editionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Step_editionId_id_key" ON "Step"("editionId", "id");

-- CreateIndex
CREATE INDEX "PointVersion_pointId_idx" ON "PointVersion"("pointId");

-- CreateIndex
CREATE UNIQUE INDEX "PointVersion_editionId_code_key" ON "PointVersion"("editionId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "PointVersion_editionId_pointId_key" ON "PointVersion"("editionId", "pointId");

-- CreateIndex
CREATE INDEX "ApplicabilityOverride_unitId_pointId_idx" ON "ApplicabilityOverride"("unitId", "pointId");

-- CreateIndex
CREATE UNIQUE INDEX "ApplicabilityOverride_unitId_id_key" ON "ApplicabilityOverride"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Engagement_unitId_id_key" ON "Engagement"("unitId", "id");

-- CreateIndex
CREATE INDEX "Release_unitId_subjectKind_subjectId_idx" ON "Release"("unitId", "subjectKind", "subjectId");

-- CreateIndex
CREATE UNIQUE INDEX "Release_unitId_id_key" ON "Release"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Release_engagementId_subjectKind_subjectId_key" ON "Release"("engagementId", "subjectKind", "subjectId");

-- CreateIndex
CREATE INDEX "Statement_unitId_quarter_idx" ON "Statement"("unitId", "quarter");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_unitId_id_key" ON "Statement"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_unitId_number_key" ON "Statement"("unitId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_unitId_id_key" ON "Signature"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Signature_unitId_statementId_kind_key" ON "Signature"("unitId", "statementId", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "Unit_code_key" ON "Unit"("code");

-- CreateIndex
CREATE INDEX "Unit_parentId_idx" ON "Unit"("parentId");

-- CreateIndex
CREATE UNIQUE INDEX "Department_unitId_id_key" ON "Department"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Department_unitId_code_key" ON "Department"("unitId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Position_unitId_id_key" ON "Position"("unitId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Position_unitId_code_key" ON "Position"("unitId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "Person_email_key" ON "Person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Person_unitId_id_key" ON "Person"("unitId", "id");

-- CreateIndex
CREATE INDEX "PositionHolding_personId_idx" ON "PositionHolding"("personId");

-- CreateIndex
CREATE INDEX "PositionHolding_unitId_positionId_idx" ON "PositionHolding"("unitId", "positionId");

-- CreateIndex
CREATE UNIQUE INDEX "PositionHolding_unitId_id_key" ON "PositionHolding"("unitId", "id");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_unitId_role_idx" ON "RoleGrant"("unitId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "RoleGrant_unitId_id_key" ON "RoleGrant"("unitId", "id");

-- CreateIndex
CREATE INDEX "Ownership_unitId_pointId_idx" ON "Ownership"("unitId", "pointId");

-- CreateIndex
CREATE INDEX "Ownership_unitId_personId_idx" ON "Ownership"("unitId", "personId");

-- CreateIndex
CREATE UNIQUE INDEX "Ownership_unitId_id_key" ON "Ownership"("unitId", "id");

-- CreateIndex
CREATE INDEX "Performer_unitId_pointId_idx" ON "Performer"("unitId", "pointId");

-- CreateIndex
CREATE UNIQUE INDEX "Performer_unitId_id_key" ON "Performer"("unitId", "id");

-- AddForeignKey
ALTER TABLE "Test" ADD CONSTRAINT "Test_unitId_assessmentId_fkey" FOREIGN KEY ("unitId", "assessmentId") REFERENCES "Assessment"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DesignTest" ADD CONSTRAINT "DesignTest_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConformityTest" ADD CONSTRAINT "ConformityTest_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Population" ADD CONSTRAINT "Population_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PopulationItem" ADD CONSTRAINT "PopulationItem_unitId_populationId_fkey" FOREIGN KEY ("unitId", "populationId") REFERENCES "Population"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draw" ADD CONSTRAINT "Draw_unitId_populationId_fkey" FOREIGN KEY ("unitId", "populationId") REFERENCES "Population"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_unitId_drawId_fkey" FOREIGN KEY ("unitId", "drawId") REFERENCES "Draw"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Sample" ADD CONSTRAINT "Sample_unitId_itemId_fkey" FOREIGN KEY ("unitId", "itemId") REFERENCES "PopulationItem"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttributeJudgement" ADD CONSTRAINT "AttributeJudgement_unitId_sampleId_fkey" FOREIGN KEY ("unitId", "sampleId") REFERENCES "Sample"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExceptionDecision" ADD CONSTRAINT "ExceptionDecision_unitId_sampleId_fkey" FOREIGN KEY ("unitId", "sampleId") REFERENCES "Sample"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestConclusion" ADD CONSTRAINT "TestConclusion_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TestReview" ADD CONSTRAINT "TestReview_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Disagreement" ADD CONSTRAINT "Disagreement_unitId_testId_fkey" FOREIGN KEY ("unitId", "testId") REFERENCES "Test"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditSubject" ADD CONSTRAINT "AuditSubject_unitId_eventId_fkey" FOREIGN KEY ("unitId", "eventId") REFERENCES "AuditEvent"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeficiencyConfirmation" ADD CONSTRAINT "DeficiencyConfirmation_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grading" ADD CONSTRAINT "Grading_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RemediationPlan" ADD CONSTRAINT "RemediationPlan_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanExtension" ADD CONSTRAINT "PlanExtension_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Implementation" ADD CONSTRAINT "Implementation_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Retest" ADD CONSTRAINT "Retest_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RetestSample" ADD CONSTRAINT "RetestSample_unitId_retestId_fkey" FOREIGN KEY ("unitId", "retestId") REFERENCES "Retest"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Closure" ADD CONSTRAINT "Closure_unitId_deficiencyId_fkey" FOREIGN KEY ("unitId", "deficiencyId") REFERENCES "Deficiency"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceVersion" ADD CONSTRAINT "EvidenceVersion_unitId_recordId_fkey" FOREIGN KEY ("unitId", "recordId") REFERENCES "EvidenceRecord"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceFile" ADD CONSTRAINT "EvidenceFile_unitId_versionId_fkey" FOREIGN KEY ("unitId", "versionId") REFERENCES "EvidenceVersion"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_unitId_versionId_fkey" FOREIGN KEY ("unitId", "versionId") REFERENCES "EvidenceVersion"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUse" ADD CONSTRAINT "EvidenceUse_unitId_obligationId_fkey" FOREIGN KEY ("unitId", "obligationId") REFERENCES "Obligation"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandbookNode" ADD CONSTRAINT "HandbookNode_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Step" ADD CONSTRAINT "Step_editionId_nodeId_fkey" FOREIGN KEY ("editionId", "nodeId") REFERENCES "HandbookNode"("editionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointVersion" ADD CONSTRAINT "PointVersion_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "Point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointVersion" ADD CONSTRAINT "PointVersion_editionId_nodeId_fkey" FOREIGN KEY ("editionId", "nodeId") REFERENCES "HandbookNode"("editionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PointVersion" ADD CONSTRAINT "PointVersion_editionId_stepId_fkey" FOREIGN KEY ("editionId", "stepId") REFERENCES "Step"("editionId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HandbookImport" ADD CONSTRAINT "HandbookImport_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EngagementMember" ADD CONSTRAINT "EngagementMember_unitId_engagementId_fkey" FOREIGN KEY ("unitId", "engagementId") REFERENCES "Engagement"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_engagementUnitId_engagementId_fkey" FOREIGN KEY ("engagementUnitId", "engagementId") REFERENCES "Engagement"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Signature" ADD CONSTRAINT "Signature_unitId_statementId_fkey" FOREIGN KEY ("unitId", "statementId") REFERENCES "Statement"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Unit" ADD CONSTRAINT "Unit_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Department" ADD CONSTRAINT "Department_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Position" ADD CONSTRAINT "Position_unitId_departmentId_fkey" FOREIGN KEY ("unitId", "departmentId") REFERENCES "Department"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Person" ADD CONSTRAINT "Person_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionHolding" ADD CONSTRAINT "PositionHolding_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PositionHolding" ADD CONSTRAINT "PositionHolding_unitId_positionId_fkey" FOREIGN KEY ("unitId", "positionId") REFERENCES "Position"("unitId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ownership" ADD CONSTRAINT "Ownership_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "Point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Performer" ADD CONSTRAINT "Performer_pointId_fkey" FOREIGN KEY ("pointId") REFERENCES "Point"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
