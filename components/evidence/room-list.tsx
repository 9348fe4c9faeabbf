import { useTranslations } from "next-intl"
import { Link } from "@/components/ui/link"

/** Ways into the other rooms, each with what is found there first. */
export function RoomList({ rooms }: { rooms: { href: string; key: string }[] }) {
  const t = useTranslations("evidence.home.go")
  return (
    <ul className="grid grid-cols-1 gap-x-8 border-t border-hairline text-sm sm:grid-cols-2">
      {rooms.filter(({ key }) => t.has(key)).map(({ href, key }) => (
        <li key={key} className="border-b border-hairline py-2"><Link href={href} className="inline-block min-h-6">{t(key)}</Link></li>
      ))}
    </ul>
  )
}
