"use client"

import { useFormatter, useTranslations } from "next-intl"
import { useState } from "react"
import { useControl } from "./form-context"
import { sizeOf } from "./file-size"

type FileInputProps = {
  name?: string
  accept?: string
  multiple?: boolean
  /** Opens the camera at the back of a phone at once. */
  capture?: boolean
}

/** Files, with their names and sizes once chosen. Works as a plain file field before scripts have loaded. */
export function FileInput({ name, accept, multiple = false, capture = false }: FileInputProps) {
  const t = useTranslations("common.forms")
  const format = useFormatter()
  const { attributes } = useControl({ name })
  const [files, setFiles] = useState<{ name: string; size: number }[]>([])
  return (
    <div className="space-y-2">
      <input
        {...attributes}
        type="file"
        accept={accept}
        multiple={multiple}
        capture={capture ? "environment" : undefined}
        onChange={(event) => setFiles([...(event.target.files ?? [])].map(({ name, size }) => ({ name, size })))}
        className="control border-dashed file:mr-3 file:min-h-8 file:border file:border-line file:bg-shade file:px-3 file:text-ink"
      />
      {files.length > 0 && (
        <ul aria-label={t("chosenFiles")} aria-live="polite" className="divide-y divide-hairline text-sm">
          {files.map((file) => (
            <li key={file.name} className="flex justify-between gap-4 py-1">
              <span className="min-w-0 break-all">{file.name}</span>
              <span className="shrink-0 text-ink-soft">{sizeOf(format, file.size)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
