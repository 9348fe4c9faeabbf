import { useFormatter } from "next-intl"

const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const

/** A size in words of the reader's language; 1 MB is 1,048,576 bytes. */
export function sizeOf(format: ReturnType<typeof useFormatter>, bytes: number): string {
  const step = bytes < 1024 ? 0 : Math.min(3, Math.floor(Math.log2(bytes) / 10))
  const unit = units[step] ?? "byte"
  return format.number(bytes / 1024 ** step, { style: "unit", unit, maximumFractionDigits: step === 0 ? 0 : 1 })
}

export function FileSize({ bytes }: { bytes: number }) {
  return <span className="whitespace-nowrap">{sizeOf(useFormatter(), bytes)}</span>
}
