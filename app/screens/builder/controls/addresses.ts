import { phoneHref, safeHref } from '#sites/blocks/safe-href.ts'
import { score } from '../../../ui/score.ts'

export interface AddressSuggestion {
  value: string
  label: string
  hint: string
}

/** Where a link of a site may well lead. */
export interface KnownAddresses {
  pages: readonly { path: string; title: string }[]
  /** Names of the places on the page itself, and what stands there. */
  anchors: readonly { name: string; label: string }[]
  email?: string | undefined
  phone?: string | undefined
}

const MOST = 8
const EMAIL = /^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/
const PHONE = /^\+?[\d\s().-]{6,}$/
const HOST = /^(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/:?#]|$)/i

/** What may be meant by an address that is being typed, likeliest first. */
export function suggestAddresses(typed: string, known: KnownAddresses): AddressSuggestion[] {
  const text = typed.trim()
  const matching = placesOf(known)
    .map((place) => ({ place, points: Math.max(score(place.value, text), score(place.label, text)) }))
    .filter(({ points }) => points > 0)
    .sort((a, b) => b.points - a.points)
    .map(({ place }) => place)
  return [...meantBy(text), ...matching].slice(0, MOST)
}

function placesOf({ pages, anchors, email, phone }: KnownAddresses): AddressSuggestion[] {
  return [
    ...pages.map(({ path, title }) => ({ value: path, label: title, hint: path })),
    ...anchors.map(({ name, label }) => ({ value: `#${name}`, label, hint: `#${name}` })),
    ...(email ? [{ value: `mailto:${email}`, label: 'Write an e-mail', hint: email }] : []),
    ...(phone ? [{ value: phoneHref(phone), label: 'Call', hint: phone }] : []),
  ]
}

function meantBy(text: string): AddressSuggestion[] {
  if (EMAIL.test(text)) return [{ value: `mailto:${text}`, label: 'Write an e-mail', hint: text }]
  if (PHONE.test(text)) return [{ value: phoneHref(text), label: 'Call', hint: text }]
  if (HOST.test(text)) return [{ value: `https://${text}`, label: 'Another website', hint: text }]
  return []
}

/** Why visitors could not follow a link; undefined when they can. */
export function addressProblem(address: string): string | undefined {
  const text = address.trim()
  if (text === '' || safeHref(text)) return undefined
  const scheme = text.slice(0, text.indexOf(':') + 1)
  return `Links that begin with “${scheme}” are not safe. The page leaves this one out.`
}

/** What a link probably lacks. */
export function addressAdvice(address: string): string | undefined {
  const text = address.trim()
  if (EMAIL.test(text)) return 'Begin with mailto: so that it opens an e-mail.'
  if (PHONE.test(text)) return 'Begin with tel: so that it calls this number.'
  if (HOST.test(text)) return 'Begin with https:// when it leads to another website.'
  return undefined
}
