import { expect, test } from "vitest";
import { callsOut } from "./calls-out";

test.each([
  ['WEBSERVICE("http://127.0.0.1/"&A1)', "WEBSERVICE"],
  ['_xlfn.WEBSERVICE(A1)', "WEBSERVICE"],
  ['IF(A1,webservice (B1),0)', "WEBSERVICE"],
  ["cmd|'/C calc'!A0", "cmd|'/C calc'!"],
  ['DDE("soffice","a.ods","A1")', "DDE"],
  ["SUM([1]Sheet1!A1:A9)", "[1]Sheet1!"],
  ["'C:\\files\\[手册.xlsx]关键 控制点'!$A$1", "[手册.xlsx]关键 控制点'!"],
  ["'file:///tmp/a.ods'#$Sheet1.A1", "'file:///tmp/a.ods'#"],
  ['HYPERLINK("http://127.0.0.1","x")', "HYPERLINK"],
])("%s reaches out of the workbook", (formula, by) => {
  expect(callsOut(formula)).toBe(by);
});

test.each(["SUM(A1:A9)", "Table1[Amount]+Sheet2!A1", "Table1[[#This Row],[Amount]]*2", '"WEBSERVICE("&A1', "RECALL(A1)", "IF(A1>0,\"a|b!c\",'关键 控制点'!B2)"])("%s stays inside", (formula) => {
  expect(callsOut(formula)).toBeNull();
});
