export type Passage = { readonly id: string; readonly text: string }

/** Pairs of texts whose sets of character trigrams have a Jaccard likeness above `limit`: one was probably copied from the other. */
export function alike(passages: readonly Passage[], limit: number): { one: Passage; other: Passage; likeness: number }[] {
  const sets = passages.map(({ text }) => trigrams(text))
  const holders = new Map<string, number[]>()
  return passages.flatMap((other, at) => {
    const shared = new Map<number, number>()
    for (const trigram of sets[at] ?? []) {
      const earlier = holders.get(trigram) ?? []
      for (const index of earlier) shared.set(index, (shared.get(index) ?? 0) + 1)
      holders.set(trigram, [...earlier, at])
    }
    return [...shared].flatMap(([index, common]) => {
      const one = passages[index]
      const union = (sets[index]?.size ?? 0) + (sets[at]?.size ?? 0) - common
      return one !== undefined && common / union > limit ? [{ one, other, likeness: common / union }] : []
    })
  })
}

function trigrams(text: string): Set<string> {
  const letters = [...text.toLowerCase().replace(/\s+/g, " ")]
  return new Set(letters.slice(2).map((letter, at) => `${letters[at]}${letters[at + 1]}${letter}`))
}
