import ExcelJS from "exceljs"

const headings = ["序号", "控制编号", "业务流程", "子流程", "控制点名称", "控制描述", "风险描述", "控制目标", "频率", "控制类型", "人工/自动", "责任部门", "责任岗位", "认定", "证据", "穿行测试", "备注"]

/** Points as a control matrix of another's making words them: a title above the headings, letters for values, no English, no test of operation. */
export const foreignRows: (string | number)[][] = [
  [1, "KC-8-1-1-1", "试用流程", "复核", "工资表复核", "会计每月复核工资表并签字。", "工资计算有误。", "工资金额准确。", "M", "D", "手工", "财务部", "会计", "准确/完整", "签字", "取一个月的工资表走一遍。", ""],
  [2, "KC-8-1-1-3", "试用流程", "复核", "人员变动核对", "会计每月核对人员变动表与工资表。", "离职人员仍领工资。", "工资发给在职人员。", "monthly check", "P", "手工", "财务部", "工资专员", "存在", "签字", "取一名离职人员追查。", "重点"],
  [3, "KC-8-1-2-1", "试用流程", "发放", "发放授权", "财务主任逐笔批准工资发放。", "工资未经批准发放。", "发放经过授权。", "逐笔", "P", "M", "财务部", "会计", "权利", "审批", "取一笔发放追查。", ""],
]

/** A workbook of these rows, as Excel keeps it. */
export async function aForeignWorkbook(rows: (string | number)[][] = foreignRows, change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet("控制矩阵")
  sheet.getCell("A1").value = "某公司风险控制矩阵"
  sheet.mergeCells("A1:Q1")
  sheet.getRow(3).values = headings
  for (const row of rows) sheet.addRow(row)
  change(sheet)
  book.addWorksheet("版本记录").addRow(["2026", "初稿"])
  return new Uint8Array(await book.xlsx.writeBuffer())
}
