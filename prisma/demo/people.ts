import type { Cast } from "./cast"

/** EAST: 东江电厂, the rich one. Its accounts end in @demo.keypoint.example. */
export const east: Cast[] = [
  { account: "manager", zh: "梁宏远", en: "Liang Hongyuan", position: "management.plant-manager", roles: ["plant-manager"] },
  { account: "head", zh: "许静姝", en: "Xu Jingshu", position: "finance.head", roles: ["department-head"], headOf: "finance" },
  { account: "finance", zh: "沈佩文", en: "Shen Peiwen", position: "finance.control-lead", roles: ["finance-lead"] },
  { account: "owner", zh: "顾明哲", en: "Gu Mingzhe", position: "finance.revenue-accountant", roles: ["control-owner"] },
  { account: "performer", zh: "罗小川", en: "Luo Xiaochuan", position: "operations.meter-reader", roles: ["control-owner", "performer"] },
  { account: "evidence-reviewer", zh: "秦若兰", en: "Qin Ruolan", position: "finance.general-ledger-accountant", roles: ["evidence-reviewer"] },
  { account: "tester", zh: "唐毅", en: "Tang Yi", position: "internal-audit.control-tester", roles: ["tester"] },
  { account: "tester2", zh: "何思齐", en: "He Siqi", position: "internal-audit.control-tester", roles: ["tester"] },
  { account: "deputy-operations", zh: "邹立群", en: "Zou Liqun", position: "management.deputy-operations", roles: ["control-owner"] },
  { account: "planning-head", zh: "白景行", en: "Bai Jingxing", position: "planning.head", roles: ["department-head", "control-owner"], headOf: "planning" },
  { account: "statistician", zh: "丁可欣", en: "Ding Kexin", position: "planning.statistician", roles: ["control-owner"] },
  { account: "shift", zh: "石磊", en: "Shi Lei", position: "operations.shift-supervisor", roles: ["control-owner"] },
  { account: "operations-head", zh: "方振国", en: "Fang Zhenguo", position: "operations.head", roles: ["department-head"], headOf: "operations" },
  { account: "marketing-head", zh: "蒋云舒", en: "Jiang Yunshu", position: "marketing.head", roles: ["department-head", "control-owner"], headOf: "marketing" },
  { account: "contract", zh: "汪晓彤", en: "Wang Xiaotong", position: "marketing.contract-officer", roles: ["control-owner"] },
  { account: "trader", zh: "韩子墨", en: "Han Zimo", position: "marketing.trader", roles: ["control-owner"] },
  { account: "heat", zh: "冯立夏", en: "Feng Lixia", position: "marketing.heat-officer", roles: ["control-owner"] },
  { account: "receivables", zh: "陶安然", en: "Tao Anran", position: "finance.receivables-accountant", roles: ["control-owner"] },
  { account: "audit-accountant", zh: "邵文博", en: "Shao Wenbo", position: "finance.audit-accountant", roles: ["control-owner"] },
  { account: "payroll", zh: "田雨薇", en: "Tian Yuwei", position: "finance.payroll-accountant", roles: ["control-owner"] },
  { account: "social-insurance", zh: "姜一帆", en: "Jiang Yifan", position: "finance.social-insurance-accountant", roles: ["control-owner"] },
  { account: "metering", zh: "龚大为", en: "Gong Dawei", position: "maintenance.metering-officer", roles: ["control-owner"] },
  { account: "byproduct", zh: "曹海生", en: "Cao Haisheng", position: "stores.byproduct-officer", roles: ["control-owner"] },
  { account: "hr-head", zh: "魏新月", en: "Wei Xinyue", position: "hr.head", roles: ["department-head", "control-owner"], headOf: "hr" },
  { account: "compensation", zh: "余慧", en: "Yu Hui", position: "hr.compensation-officer", roles: ["control-owner"] },
  { account: "establishment", zh: "任立新", en: "Ren Lixin", position: "hr.establishment-officer", roles: ["control-owner"] },
  { account: "insurance", zh: "叶清", en: "Ye Qing", position: "hr.insurance-officer", roles: ["control-owner"] },
  { account: "training", zh: "袁嘉宁", en: "Yuan Jianing", position: "hr.training-officer", roles: ["control-owner"] },
  { account: "party-head", zh: "潘志坚", en: "Pan Zhijian", position: "party-work.head", roles: ["department-head", "control-owner"], headOf: "party-work" },
  { account: "communication", zh: "杜若溪", en: "Du Ruoxi", position: "party-work.officer", roles: ["control-owner"] },
  { account: "general-office-head", zh: "卢振华", en: "Lu Zhenhua", position: "general-office.head", roles: ["department-head", "control-owner"], headOf: "general-office" },
  { account: "documents", zh: "宋知秋", en: "Song Zhiqiu", position: "general-office.secretary", roles: ["control-owner"] },
  { account: "supervision-head", zh: "钟正平", en: "Zhong Zhengping", position: "internal-audit.head", roles: ["department-head", "control-owner"], headOf: "internal-audit" },
  { account: "supervision", zh: "尹明", en: "Yin Ming", position: "internal-audit.supervision-officer", roles: ["control-owner"] },
  { account: "auditor", zh: "程若水", en: "Cheng Ruoshui", position: "internal-audit.auditor", roles: ["control-owner"] },
  { account: "legal", zh: "裴知微", en: "Pei Zhiwei", position: "legal.counsel", roles: ["control-owner"] },
  { account: "discipline", zh: "严守诚", en: "Yan Shoucheng", position: "management.discipline-secretary", roles: ["control-owner"] },
  { account: "party-secretary", zh: "傅长青", en: "Fu Changqing", position: "management.party-secretary", roles: ["control-owner"] },
  { account: "chief", zh: "孟令仪", en: "Meng Lingyi", position: "management.chief-accountant", roles: ["control-owner"] },
]

/** NORTH: 北原电厂, a gas plant, small and late. Its accounts end in @north.demo.keypoint.example. */
export const north: Cast[] = [
  { account: "manager", zh: "贺建章", en: "He Jianzhang", position: "management.plant-manager", roles: ["plant-manager"] },
  { account: "finance", zh: "殷素琴", en: "Yin Suqin", position: "finance.head", roles: ["finance-lead"], headOf: "finance" },
  { account: "owner", zh: "侯思远", en: "Hou Siyuan", position: "finance.revenue-accountant", roles: ["control-owner"] },
  { account: "tester", zh: "纪晓岩", en: "Ji Xiaoyan", position: "internal-audit.control-tester", roles: ["tester"] },
]

/** The company; its accounts end in @demo.keypoint.example. */
export const company: Cast[] = [
  { account: "office", zh: "周若谷", en: "Zhou Ruogu", position: "control-office.head", roles: ["control-office"], headOf: "control-office" },
  { account: "office2", zh: "吴桐", en: "Wu Tong", position: "control-office.officer", roles: ["control-office"] },
  { account: "chief-accountant", zh: "郑怀瑾", en: "Zheng Huaijin", position: "company-management.chief-accountant", roles: ["chief-accountant"] },
  { account: "leadership", zh: "高屹", en: "Gao Yi", position: "company-management.general-manager", roles: ["leadership"] },
  { account: "internal-audit", zh: "鲁直", en: "Lu Zhi", position: "internal-audit.head", roles: ["internal-audit"], headOf: "internal-audit" },
  { account: "external-audit", zh: "莫之言", en: "Mo Zhiyan", position: "", roles: ["external-auditor"] },
  { account: "admin", zh: "葛青", en: "Ge Qing", position: "it.administrator", roles: ["administrator"] },
  { account: "admin2", zh: "骆冰", en: "Luo Bing", position: "it.administrator", roles: ["administrator"] },
]
