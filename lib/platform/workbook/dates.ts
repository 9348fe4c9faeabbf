// ECMA-376 part 1, 18.17.4.1: days are counted from 1900, with a 29 February 1900 that never was, or from 1904.
const day = 86_400_000;
const epoch1900 = Date.UTC(1899, 11, 30);
const epoch1904 = Date.UTC(1904, 0, 1);

/** A workbook's serial number as a time in UTC (workbooks know no zone), to the millisecond. */
export function dateOfSerial(serial: number, from1904: boolean): Date | null {
  const days = from1904 || serial >= 61 ? serial : serial + 1;
  const date = new Date(Math.round((from1904 ? epoch1904 : epoch1900) + days * day));
  return serial < 0 || Number.isNaN(date.getTime()) || date.getUTCFullYear() > 9999 ? null : date;
}

/** The serial number of a time from 1900 to 9999, counted from 1900. */
export function serialOfDate(date: Date): number {
  const days = (date.getTime() - epoch1900) / day;
  return days >= 61 ? days : days - 1;
}

// 18.8.30: built-in formats that show a date or a time of day; 27–36 and 50–58 are those of Chinese, Japanese and Korean.
const builtIn = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a number format shows a date. Durations such as [h]:mm stay numbers. */
export function showsDate(id: number, code: string | undefined): boolean {
  if (code === undefined) return builtIn(id);
  const bare = code.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";")[0] ?? "";
  if (/\[[hms]+\]/i.test(bare)) return false;
  return /[ymdhs]/i.test(bare.replace(/\[[^\]]*\]/g, "").replace(/general/i, "").replace(/am\/pm|a\/p/i, "h"));
}
