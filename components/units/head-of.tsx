import { useTranslations } from "next-intl"
import { FormShell } from "@/components/ui/form-shell"
import { Select, type Option } from "@/components/ui/select"
import { Submit } from "@/components/ui/submit"
import { head } from "@/lib/units/actions/units"

/** The head of a department, chosen in its row. */
export function HeadOf({ department, people }: { department: { id: string; version: number; headPersonId: string | null; nameZh: string }; people: Option[] }) {
  const t = useTranslations("units.page")
  return (
    <FormShell action={head} hidden={{ id: department.id, version: department.version }} label={`${t("head")} ${department.nameZh}`}>
      <div className="flex gap-2">
        <Select name="personId" aria-label={t("head")} options={people} none={t("noHead")} defaultValue={department.headPersonId ?? ""} className="min-w-32" />
        <Submit variant="plain" className="shrink-0">{t("setHead")}</Submit>
      </div>
    </FormShell>
  )
}
