import { useFormatter } from "next-intl"

/** Words for a length of time given in minutes, in its largest whole unit: "30 minutes", "8 hours", "7 days". */
export function useDuration(): (minutes: number) => string {
  const format = useFormatter()
  return (minutes) => {
    const [value, unit] = minutes % 1440 === 0 && minutes > 1440 ? [minutes / 1440, "day"] : minutes % 60 === 0 ? [minutes / 60, "hour"] : [minutes, "minute"]
    return format.number(value, { style: "unit", unit, unitDisplay: "long" })
  }
}
