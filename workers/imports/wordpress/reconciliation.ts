/** What became of all things of one kind: how many the source holds, and how they ended. */
export interface Tally {
  kind: string
  source: number
  imported: number
  merged: number
  skipped: number
  failed: number
}

/** A sentence for each tally that does not balance: every thing of the source must have ended, and once. */
export function imbalances(tallies: readonly Tally[]): string[] {
  return tallies.flatMap(imbalanceOf)
}

function imbalanceOf({ kind, source, imported, merged, skipped, failed }: Tally): string[] {
  const accounted = imported + merged + skipped + failed
  if (accounted === source) return []
  const what =
    accounted < source ? `${source - accounted} are unaccounted for` : `${accounted - source} are too many`
  return [`Of ${source} of the kind “${kind}” ${what}.`]
}
