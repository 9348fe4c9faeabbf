import { useTranslations } from "next-intl"
import { FileSize } from "@/components/ui/file-size"
import type { EvidenceFileRow } from "@/lib/evidence/queries/record"

const pictures = ["image/jpeg", "image/png", "image/webp"]

/** The files of one version, pictures small; each opens through the record that it belongs to. */
export function FileList({ recordId, files }: { recordId: string; files: EvidenceFileRow[] }) {
  const t = useTranslations("evidence.record")
  if (files.length === 0) return <p className="text-sm text-ink-soft">{t("noFiles")}</p>
  return (
    <ul className="divide-y divide-hairline border-y border-hairline text-sm">
      {files.map((file) => {
        const address = `/api/files/${file.sha256}?evidence=${recordId}`
        return (
          <li key={`${file.sha256} ${file.name}`} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
            {pictures.includes(file.mime) && (
              <a href={address} target="_blank" rel="noreferrer" tabIndex={-1} aria-hidden="true">
                <img src={address} alt="" loading="lazy" className="size-16 border border-hairline object-cover" />
              </a>
            )}
            <span className="min-w-0">
              <a href={address} target="_blank" rel="noreferrer" className="font-medium break-all underline decoration-line underline-offset-4 hover:decoration-ink">{file.name}</a>
              <span className="block text-xs text-ink-soft">
                <FileSize bytes={file.size} /> · <span className="break-all">{t("hash", { hash: file.sha256.slice(0, 16) })}…</span>
              </span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}
