import { getTranslations } from "next-intl/server"
import { notFound } from "next/navigation"
import { AdministrationHead } from "@/components/access/administration-tabs"
import { SignInPolicyForm } from "@/components/access/sign-in-policy"
import { Drawn } from "@/components/ui/drawn"
import { Empty } from "@/components/ui/empty"
import { Section } from "@/components/ui/section"
import { mayReadOutbox } from "@/lib/access/policy"
import { signInPolicyPage } from "@/lib/access/queries/sign-in-policy"
import { requireActor } from "@/lib/platform/session"

export default async function SignInPolicyPage() {
  const actor = await requireActor()
  if (!mayReadOutbox(actor).allowed) notFound()
  const [t, policy] = await Promise.all([getTranslations("access.administration"), signInPolicyPage(actor)])
  return (
    <Drawn>
      <AdministrationHead current="sign-in" />
      <Section title={t("signIn")} lead={t("signInLead")}>
        {policy ? <SignInPolicyForm policy={policy} /> : <Empty title={t("signInElsewhere")} />}
      </Section>
    </Drawn>
  )
}
