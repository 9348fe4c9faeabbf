import { choice, code, text, wholeNumber } from "@/lib/platform/workbook/cells"
import { frequencies } from "@/lib/platform/periods"
import * as values from "@/lib/handbook/schema/values"
import { chosen, lines } from "./lists"
import { headings, options } from "./vocabulary"

type Key = Parameters<typeof headings>[0]

const must = { required: true } as const
const may = { required: false } as const
const zh = (key: Key) => ({ headings: headings(key, "zh"), parse: text(), ...must })
const mayZh = (key: Key) => ({ headings: headings(key, "zh"), parse: text(), ...may })
const en = (key: Key) => ({ headings: headings(key, "en"), parse: text(), ...may, mayBeAbsent: true })
const zhList = (key: Key) => ({ headings: headings(key, "zh"), parse: lines(), ...may })
const enList = (key: Key) => ({ headings: headings(key, "en"), parse: lines(), ...may, mayBeAbsent: true })
const codeOf = (key: Key) => ({ headings: headings(key), parse: code(), ...must })
const mayCode = (key: Key) => ({ headings: headings(key), parse: code(), ...may })
const name = (key: Key) => ({ headings: headings(key), parse: text(100), ...must })
const mayName = (key: Key) => ({ headings: headings(key), parse: text(100), ...may })

export const elementColumns = {
  code: codeOf("code"),
  kind: { headings: headings("kind"), parse: choice(options("nodeKinds", values.nodeKinds)), ...must },
  titleZh: zh("title"), titleEn: en("title"),
  objectiveZh: zh("objective"), objectiveEn: en("objective"),
  kinds: { headings: headings("kinds"), parse: chosen(options("unitKinds", values.unitKinds)), ...must },
  kindsReasonZh: zh("kindsReason"), kindsReasonEn: en("kindsReason"),
}

export const stepColumns = {
  code: codeOf("code"),
  node: codeOf("node"),
  titleZh: zh("title"), titleEn: en("title"),
  department: name("department"),
  position: mayName("position"),
  documentsInZh: zhList("documentsIn"), documentsInEn: enList("documentsIn"),
  documentsOutZh: zhList("documentsOut"), documentsOutEn: enList("documentsOut"),
}

export const pointColumns = {
  code: codeOf("code"),
  node: codeOf("node"),
  step: mayCode("step"),
  aspect: { headings: headings("aspect"), parse: choice(options("aspects", values.aspects)), ...may },
  titleZh: zh("title"), titleEn: en("title"),
  descriptionZh: zh("description"), descriptionEn: en("description"),
  objectiveZh: zh("objective"), objectiveEn: en("objective"),
  riskZh: zh("risk"), riskEn: en("risk"),
  assertions: { headings: headings("assertions"), parse: chosen(options("assertions", values.assertions)), ...may },
  accountsZh: zhList("accounts"), accountsEn: enList("accounts"),
  component: { headings: headings("component"), parse: choice(options("components", values.components)), ...must },
  principle: { headings: headings("principle"), parse: wholeNumber(1, 17), ...must },
  frequency: { headings: headings("frequency"), parse: choice(options("frequencies", frequencies)), ...must },
  effect: { headings: headings("effect"), parse: choice(options("effects", values.effects)), ...must },
  nature: { headings: headings("nature"), parse: choice(options("natures", values.natures)), ...must },
  systemsZh: zhList("systems"), systemsEn: enList("systems"),
  reportsZh: zhList("reports"), reportsEn: enList("reports"),
  reportChecksZh: zhList("reportChecks"), reportChecksEn: enList("reportChecks"),
  reviewThresholdZh: mayZh("reviewThreshold"), reviewThresholdEn: en("reviewThreshold"),
  reviewFollowUpZh: mayZh("reviewFollowUp"), reviewFollowUpEn: en("reviewFollowUp"),
  department: name("department"),
  ownerPosition: name("ownerPosition"),
  performingPositions: { headings: headings("performingPositions"), parse: lines(), ...must },
  evidenceKinds: { headings: headings("evidenceKinds"), parse: chosen(options("evidenceKinds", values.evidenceKinds)), ...must },
  designTestZh: zh("designTest"), designTestEn: en("designTest"),
  populationZh: mayZh("population"), populationEn: en("population"),
  procedureZh: mayZh("procedure"), procedureEn: en("procedure"),
  attributesZh: zhList("attributes"), attributesEn: enList("attributes"),
  exceptionZh: mayZh("exception"), exceptionEn: en("exception"),
  compensating: { headings: headings("compensating"), parse: lines(), ...may },
  regulationsZh: zhList("regulations"), regulationsEn: enList("regulations"),
  kinds: { headings: headings("kinds"), parse: chosen(options("unitKinds", values.unitKinds)), ...may },
  kindsReasonZh: mayZh("kindsReason"), kindsReasonEn: en("kindsReason"),
  provenance: { headings: headings("provenance"), parse: choice(options("provenance", values.provenances)), ...must },
  provenancePlace: { headings: headings("provenancePlace"), parse: text(500), ...may },
}

export const positionColumns = {
  type: { headings: headings("type"), parse: choice(options("types", ["department", "position"])), ...must },
  code: codeOf("code"),
  titleZh: zh("title"), titleEn: en("title"),
  parent: mayName("parent"),
}

export const aboutColumns = {
  item: { headings: headings("item"), parse: text(100), ...must },
  contentZh: mayZh("content"), contentEn: en("content"),
}
