import chinese from "@/messages/zh-CN/documents.json";
import english from "@/messages/en/documents.json";
import type { DocumentData } from "@/lib/platform/documents/schema";

type Locale = "zh-CN" | "en";
const wording = { "zh-CN": chinese, en: english };

/** A plant manager's statement with everything that such a document can hold. */
export function buildStatement(locale: Locale, changes: Partial<DocumentData<"statement">> = {}): DocumentData<"statement"> {
  const own = locale === "en" ? englishStatement : chineseStatement;
  return {
    locale,
    issuedAt: new Date("2026-10-12T02:15:00Z"),
    hashes: [
      { label: locale === "en" ? "Text" : "文本", value: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" },
      { label: locale === "en" ? "Facts" : "事实", value: "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752" },
    ],
    words: wording[locale].statement,
    ...own,
    ...changes,
  };
}

const chineseStatement = {
  organisation: "明川电力股份有限公司",
  title: "内控支持声明",
  subtitle: "2026 年第三季度",
  number: "声-2026-003",
  parties: [
    { label: "单位", value: "临江电厂" },
    { label: "呈送", value: "公司内控办" },
    { label: "期间", value: "2026 年 7 月 1 日至 9 月 30 日" },
    { label: "手册版本", value: "2026 年版（修订一）" },
  ],
  declarations: [
    "本人对临江电厂与财务报告相关的内部控制的建立、执行和有效性负责，并已按内控手册组织本季度的测评。",
    "已知的全部内部控制缺陷和舞弊行为，不论金额大小，均已如实报告，没有隐瞒。",
    "测评人员独立开展工作，没有受到任何形式的压力或干扰。",
    "内控记录真实、完整，已按规定归档；自季度末至签署之日，没有影响内部控制的重大变化。",
  ],
  facts: [
    { label: "适用的关键控制点", value: "412" },
    { label: "已测试", value: "389" },
    { label: "有效", value: "381" },
    { label: "无效", value: "8" },
    { label: "本季未到期", value: "21" },
    { label: "未关闭的缺陷：一般 / 重要 / 重大", value: "7 / 1 / 0" },
  ],
  exceptions: ["燃料验收的计量设备于 8 月更换，更换期间以人工复核代替，缺陷编号 缺-2026-017。"],
  unfinished: [
    { label: "3.1.4.2 电费结算复核", value: "样本于 9 月 28 日调取，测试人员休假，预计 10 月 20 日完成。" },
    { label: "3.7.2.1 工资表审核", value: "等待社保机构的对账回执。" },
  ],
  signature: { person: "周启明", role: "厂长", time: "2026 年 10 月 12 日 10:15" },
  countersignature: null,
};

const englishStatement = {
  organisation: "Mingchuan Power Company Limited",
  title: "Accountability statement",
  subtitle: "Third quarter of 2026",
  number: "S-2026-003",
  parties: [
    { label: "Unit", value: "Linjiang plant" },
    { label: "To", value: "Company control office" },
    { label: "Period", value: "1 July to 30 September 2026" },
    { label: "Edition", value: "2026, first amendment" },
  ],
  declarations: [
    "I am responsible for establishing and running the internal control over financial reporting of the Linjiang plant, and have had it assessed this quarter as the handbook asks.",
    "All deficiencies and all fraud known to me, of whatever size, have been reported; nothing was held back.",
    "The testers worked independently and under no pressure.",
    "Records are true, complete and filed. Nothing that bears on internal control has changed between the quarter's end and this signature.",
  ],
  facts: [
    { label: "Control points applicable", value: "412" },
    { label: "Tested", value: "389" },
    { label: "Effective", value: "381" },
    { label: "Ineffective", value: "8" },
    { label: "Not due this quarter", value: "21" },
    { label: "Open deficiencies: control deficiency / significant / material", value: "7 / 1 / 0" },
  ],
  exceptions: ["The weighbridge for fuel was replaced in August; weights were checked by hand meanwhile (D-2026-017)."],
  unfinished: [{ label: "3.1.4.2 Review of settlement", value: "Samples were requested on 28 September; to be finished by 20 October." }],
  signature: { person: "Zhou Qiming", role: "Plant manager", time: "12 October 2026, 10:15" },
  countersignature: { person: "Lin Ruoshui", role: "Chief accountant", time: "14 October 2026, 09:02" },
};

/** A report of `count` deficiencies. */
export function buildDeficiencyReport(locale: Locale, count: number): DocumentData<"deficiency-report"> {
  const chineseText = locale === "zh-CN";
  const pick = (zh: string, en: string) => (chineseText ? zh : en);
  const numbers = Array.from({ length: count }, (_, index) => `${pick("缺", "D")}-2026-${String(index + 1).padStart(3, "0")}`);
  const grade = pick("一般缺陷", "Control deficiency");
  const found = pick("抽取的样本缺少复核签字，无法证明复核已在付款前完成。", "The sampled form lacks the reviewer's signature, so that review before payment is not shown.");
  return {
    locale,
    landscape: false,
    organisation: pick("明川电力股份有限公司", "Mingchuan Power Company Limited"),
    title: pick("缺陷报告", "Deficiency report"),
    subtitle: pick("2026 年第三季度", "Third quarter of 2026"),
    number: "R-2026-009",
    parties: [
      { label: pick("单位", "Units"), value: pick("临江电厂、北岸电厂", "Linjiang plant, North Bank plant") },
      { label: pick("编制", "Prepared by"), value: pick("公司内控办", "Company control office") },
    ],
    mark: pick("演示数据", "Demonstration data"),
    issuedAt: new Date("2026-10-12T02:15:00Z"),
    summary: {
      columns: [
        { label: pick("等级", "Grade"), share: 2 },
        ...[pick("待确认", "Raised"), pick("整改中", "In remediation"), pick("复测中", "In retest"), pick("已关闭", "Closed"), pick("合计", "Total")].map(
          (label) => ({ label, share: 1, align: "right" as const }),
        ),
      ],
      rows: [
        [grade, "2", "5", "1", String(count - 8), String(count)],
        [pick("重要缺陷", "Significant deficiency"), "0", "0", "0", "0", "0"],
        [pick("重大缺陷", "Material weakness"), "0", "0", "0", "0", "0"],
      ],
      total: [pick("合计", "Total"), "2", "5", "1", String(count - 8), String(count)],
    },
    deficiencies: {
      columns: [
        { label: pick("编号", "No.") },
        { label: pick("控制点", "Control point"), share: 2 },
        { label: pick("发现", "Finding"), share: 4 },
        { label: pick("等级", "Grade"), share: 1.2 },
        { label: pick("期限", "Due"), align: "right" },
      ],
      rows: numbers.map((number, index) => [number, `3.1.${index + 1} ${pick("付款复核", "Review of payments")}`, found, grade, "2026-11-30"]),
    },
    blocks: numbers.slice(0, 6).map((number) => ({
      title: `${number}  ${pick("付款前复核没有留下签字", "Review before payment left no signature")}`,
      status: `${grade} · ${pick("整改中", "In remediation")}`,
      facts: [
        { label: pick("控制点", "Control point"), value: `3.1.2 ${pick("付款复核", "Review of payments")}` },
        { label: pick("发现", "Finding"), value: found },
        { label: pick("整改计划", "Plan"), value: pick("财务部重新培训，十一月起每周抽查。", "Training by finance; weekly checks from November.") },
        { label: pick("实施", "Implementation"), value: pick("2026 年 11 月 3 日完成。", "Done on 3 November 2026.") },
        { label: pick("复测", "Retest"), value: pick("尚未开始。", "Not begun.") },
      ],
    })),
    words: wording[locale].deficiencyReport,
  };
}
