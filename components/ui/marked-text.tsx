/** A text with the pieces that answer a search marked. */
export function MarkedText({ pieces }: { pieces: readonly { text: string; hit: boolean }[] }) {
  return pieces.map(({ text, hit }, index) => (hit ? <mark key={index} className="bg-heat-2 text-ink">{text}</mark> : <span key={index}>{text}</span>))
}
