import type { Redirect } from './snapshot.contract.ts'

/** A redirect as it is matched: `from` ends in `/*` when it stands for all that begin like it. */
export interface RedirectRule {
  from: string
  to: string
  status: Redirect['status']
}

/** Rules in the order they are tried: the longer its beginning, the sooner. */
export const inOrder = <Rule extends { from: string }>(rules: readonly Rule[]): Rule[] =>
  rules.toSorted((a, b) => b.from.length - a.from.length || (a.from < b.from ? -1 : 1))

/** Where a path leads by the first rule that fits; `:splat` in the target becomes what the asterisk stood for. */
export function followRule(rules: readonly RedirectRule[], path: string): Redirect | undefined {
  for (const { from, to, status } of rules) {
    const rest = restOf(from, path)
    if (rest !== undefined) return { redirect: to.replaceAll(':splat', rest), status }
  }
  return undefined
}

/** What the asterisk stands for in a path; undefined where the rule does not fit. */
function restOf(from: string, path: string): string | undefined {
  if (!from.endsWith('/*')) return from === path ? '' : undefined
  const start = from.slice(0, -1)
  if (path === start.slice(0, -1)) return ''
  return path.startsWith(start) ? path.slice(start.length) : undefined
}

const MAX_STEPS = 10

/** Every address on the way from a path, the path first; ends with the first that comes again. */
export function wayFrom(rules: readonly RedirectRule[], path: string): string[] {
  const ordered = inOrder(rules)
  const way = [path]
  while (way.length <= MAX_STEPS) {
    const next = followRule(ordered, way.at(-1) ?? '')?.redirect
    if (!next?.startsWith('/')) break
    const isLoop = way.includes(next)
    way.push(next)
    if (isLoop) break
  }
  return way
}

/** Whether a rule would lead visitors round in circles, or is one itself. */
export function findLoop(rules: readonly RedirectRule[], rule: RedirectRule): string[] | undefined {
  const start = rule.from.replace(/\/\*$/, '/a')
  const way = wayFrom([...rules.filter(({ from }) => from !== rule.from), rule], start)
  return new Set(way).size < way.length || way.length > MAX_STEPS ? way : undefined
}
