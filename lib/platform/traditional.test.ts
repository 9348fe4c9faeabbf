import { expect, test } from "vitest"
import { toTraditional } from "./traditional"

test.each([
  ["关键点", "關鍵點"],
  ["登录后保存设置", "登入後儲存設定"],
  ["总账与明细账核对", "總帳與明細帳核對"],
  ["导出工作簿，共 {count} 个单元格", "匯出活頁簿，共 {count} 個儲存格"],
  ["已签、会签，贴上标签", "已簽、會簽，貼上標籤"],
  ["Keypoint {name}", "Keypoint {name}"],
])("%s is written %s", (simplified, traditional) => {
  expect(toTraditional(simplified)).toBe(traditional)
})

test("words of a power plant and of an audit are not taken for words of computing", () => {
  expect(toTraditional("设备运行部审核声明的程序")).toBe("設備運行部審核聲明的程序")
})
