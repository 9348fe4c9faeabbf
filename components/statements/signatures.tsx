import { useTranslations } from "next-intl"
import { Facts } from "@/components/ui/facts"
import { ButtonLink } from "@/components/ui/link"
import { Time } from "@/components/ui/time"
import type { StatementRow } from "@/lib/statements/queries/one"

/** Who signed, as what, when, and the hashes by which anyone can check it; the way to the documents that were made then. */
export function Signatures({ statement }: { statement: Pick<StatementRow, "id" | "signatures" | "timeZone"> }) {
  const t = useTranslations("statements.page")
  const methods = useTranslations("access.proof.methods")
  const roles = useTranslations("common.roles")
  return (
    <div className="space-y-6">
      {statement.signatures.map((signature) => {
        const copy = signature.kind === "countersign"
        const hash = (value: string | null) => <code className="text-xs break-all">{value}</code>
        return (
          <div key={signature.kind} className="space-y-3">
            <Facts
              facts={[
                { label: copy ? t("countersigner") : t("signer"), value: signature.personName },
                { label: t("role"), value: roles(signature.role) },
                { label: t("time"), value: <Time at={signature.signedAt} precision="second" timeZone={statement.timeZone} /> },
                { label: t("method"), value: <>{methods(signature.method)}{signature.provedAt && <> · <Time at={signature.provedAt} precision="second" timeZone={statement.timeZone} /></>}</> },
                { label: t("hash"), value: hash(signature.hash), wide: true },
                { label: copy ? t("copyHash") : t("documentHash"), value: hash(signature.documentSha256), wide: true },
              ]}
            />
            <ButtonLink target="_blank" href={`/api/statements/${statement.id}/document${copy ? "?copy=countersigned" : ""}`}>{copy ? t("openCopy") : t("openPdf")}</ButtonLink>
          </div>
        )
      })}
    </div>
  )
}
