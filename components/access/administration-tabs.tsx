import { useTranslations } from "next-intl"
import { PageHead } from "@/components/ui/page-head"
import { Tabs } from "@/components/ui/tabs"

/** The head of the parts of administration. */
export function AdministrationHead({ current }: { current: "people" | "personnel" | "sign-in" | "outbox" | "refused" | "holidays" }) {
  const [t, organisation] = [useTranslations("access.administration"), useTranslations("organisation.holiday")]
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} />
      <Tabs
        label={t("tabs")}
        current={current}
        tabs={[
          { key: "people", label: t("people"), href: "/administration" },
          { key: "personnel", label: t("personnel"), href: "/personnel" },
          { key: "sign-in", label: t("signIn"), href: "/administration/sign-in" },
          { key: "holidays", label: organisation("title"), href: "/administration/holidays" },
          { key: "outbox", label: t("outbox"), href: "/administration/outbox" },
          { key: "refused", label: t("refused"), href: "/administration/refused" },
        ]}
      />
    </>
  )
}
