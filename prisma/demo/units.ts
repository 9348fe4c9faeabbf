import type { FoundUnit } from "@/lib/units/schema"
import type { Cast } from "./cast"
import { company, east, north } from "./people"
import { companyStaff, eastStaff } from "./people-more"
import { hydroStaff } from "./plants/hydro"
import { northStaff } from "./plants/north"
import { solarStaff } from "./plants/solar"
import { southStaff } from "./plants/south"
import { westStaff } from "./plants/west"
import { windStaff } from "./plants/wind"

export type Key = "hq" | "east" | "north" | "west" | "south" | "hydro" | "wind" | "solar"

/** A unit with its people; the vacant positions are there, and nobody holds them. `called` is what it calls a department or position by itself. */
export type UnitPlan = Omit<FoundUnit, "parentId" | "graceDays"> & {
  key: Key; below?: Key; domain: string; cast: Cast[]; vacant: string[]; called?: Record<string, { zh: string; en: string }>
}

/** The company's tree: what stands above comes first. */
export const units: UnitPlan[] = [
  { key: "hq", code: "HQ", kind: "company", nameZh: "江源电力股份有限公司", nameEn: "Jiangyuan Power Co., Ltd.", domain: "demo.keypoint.example", cast: [...company, ...companyStaff], vacant: [] },
  { key: "east", below: "hq", code: "EAST", kind: "coal", nameZh: "东江电厂", nameEn: "Dongjiang Power Plant", domain: "demo.keypoint.example", cast: [...east, ...eastStaff], vacant: [] },
  {
    key: "north", below: "hq", code: "NORTH", kind: "gas", nameZh: "北原电厂", nameEn: "Beiyuan Power Plant", domain: "north.demo.keypoint.example", cast: [...north, ...northStaff],
    vacant: ["planning.head", "planning.statistician", "planning.planner", "marketing.contract-officer", "marketing.trader", "marketing.heat-officer"],
  },
  { key: "west", below: "hq", code: "WEST", kind: "coal", nameZh: "西泉电厂", nameEn: "Xiquan Power Plant", domain: "west.demo.keypoint.example", cast: westStaff, vacant: ["fuel.sampler"] },
  {
    key: "south", below: "hq", code: "SOUTH", kind: "region", nameZh: "江源电力南方公司", nameEn: "Jiangyuan Power South", domain: "south.demo.keypoint.example", cast: southStaff, vacant: ["party-work.head"],
    called: { management: { zh: "公司领导", en: "Management" }, "management.deputy-production": { zh: "分管生产副总经理", en: "Deputy general manager, production" } },
  },
  {
    key: "hydro", below: "south", code: "HYDRO", kind: "hydro", nameZh: "青滩水电厂", nameEn: "Qingtan Hydropower Plant", domain: "hydro.demo.keypoint.example", cast: hydroStaff,
    vacant: ["general-office.archivist", "legal.counsel", "safety.officer"],
  },
  {
    key: "wind", below: "south", code: "WIND", kind: "wind", nameZh: "岭上风电场", nameEn: "Lingshang Wind Farm", domain: "wind.demo.keypoint.example", cast: windStaff,
    vacant: ["finance.tax-accountant", "internal-audit.auditor", "legal.counsel", "management.chief-accountant", "it.security-officer", "party-work.head"],
    called: { management: { zh: "场领导", en: "Wind farm management" }, "management.plant-manager": { zh: "场长", en: "Wind farm manager" } },
  },
  {
    key: "solar", below: "south", code: "SOLAR", kind: "solar", nameZh: "望川光伏电站", nameEn: "Wangchuan Solar Station", domain: "solar.demo.keypoint.example", cast: solarStaff,
    vacant: [
      "finance.tax-accountant", "finance.audit-accountant", "finance.control-lead", "internal-audit.auditor", "legal.counsel", "management.chief-accountant", "it.security-officer",
      "party-work.head", "maintenance.job-leader",
    ],
    called: { management: { zh: "站领导", en: "Station management" }, "management.plant-manager": { zh: "站长", en: "Station manager" } },
  },
]

/** Positions that somebody of another unit holds beside their own. */
export const lent: { home: Key; account: string; position: string; to: Key[] }[] = [
  { home: "south", account: "legal-head", position: "legal.counsel", to: ["hydro", "wind", "solar"] },
  { home: "south", account: "tax", position: "finance.tax-accountant", to: ["wind", "solar"] },
  { home: "south", account: "auditor", position: "internal-audit.auditor", to: ["wind", "solar"] },
  { home: "south", account: "chief", position: "management.chief-accountant", to: ["wind", "solar"] },
  { home: "south", account: "audit-accountant", position: "finance.audit-accountant", to: ["solar"] },
  { home: "south", account: "finance2", position: "finance.control-lead", to: ["solar"] },
]
