"use client"

import { useRouter } from "next/navigation"
import { useEffect, useId, useRef, useTransition } from "react"
import { Button } from "./button"
import { withQuery, type Address } from "./address"

type Props = { address: Address; name?: string; label: string; hint: string; button: string }

const pause = 200

/**
 * One field that searches as one types: after a pause the address follows what stands in the field, which keeps the focus. Before
 * scripts have loaded it is a form with a button. The page says the count in a live region of its own.
 */
export function LiveSearch({ address, name = "q", label, hint, button }: Props) {
  const router = useRouter()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const [pending, start] = useTransition()
  const said = [address.query[name]].flat()[0] ?? ""

  // Another way to another address (back, a filter cleared) brings its own words.
  useEffect(() => {
    const input = field.current
    if (input && input !== document.activeElement && input.value.trim() !== said) input.value = said
  }, [said])
  useEffect(() => () => clearTimeout(timer.current), [])

  function search(words: string) {
    clearTimeout(timer.current)
    start(() => router.replace(withQuery(address, { [name]: words.trim() || undefined, cursor: undefined }), { scroll: false }))
  }
  function type(words: string) {
    clearTimeout(timer.current)
    timer.current = setTimeout(() => search(words), pause)
  }

  return (
    <form
      role="search" aria-label={label} action={address.path} className="flex max-w-2xl items-end gap-2 pt-2"
      onSubmit={(event) => { event.preventDefault(); search(field.current?.value ?? "") }}
    >
      {Object.entries(address.query).flatMap(([key, value]) => (key === name || key === "cursor" ? [] : [value].flat().map((one) => one && <input key={`${key}=${one}`} type="hidden" name={key} value={one} />)))}
      <div className="min-w-0 flex-1 space-y-1">
        <label htmlFor={id} className="block text-sm font-medium">{label}</label>
        <input
          ref={field} id={id} type="search" name={name} defaultValue={said} placeholder={hint} autoComplete="off" maxLength={100} aria-busy={pending} className="control"
          onInput={(event) => { if (!event.nativeEvent.isComposing) type(event.currentTarget.value) }}
          onCompositionEnd={(event) => type(event.currentTarget.value)}
        />
      </div>
      <Button>{button}</Button>
    </form>
  )
}
