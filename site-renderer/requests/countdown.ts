import { COUNTDOWN_PATH } from '#workers/sites/site-paths.contract.ts'
import { safeColors } from '../render/theme.ts'
import { wordsFor } from '../words/words.ts'
import type { SiteRequest } from './asked.ts'
import { inLanguageOf } from './languages.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Nobody leaves a page open for longer, so no more days are drawn ahead. */
const DAYS_AHEAD = 40
const [TILE, GAP, ROW] = [148, 16, 96]

/**
 * How long it still is until a moment, as a picture that goes on counting by itself: each unit is a strip of all its numbers,
 * pushed up by one whenever it changes. Pages are the same for everyone and carry no script; this is drawn for each visitor.
 */
export function answerCountdown(asked: SiteRequest, now = Date.now()): Response | undefined {
  const path = asked.path.slice(COUNTDOWN_PATH.length)
  const to = new URL(asked.request.url).searchParams.get('to') ?? ''
  const left = (Date.parse(to) - now) / 1000
  const { site } = inLanguageOf(asked.snapshot, path || '/').prepared
  if (path !== (site.prefix ?? '') || Number.isNaN(left)) return undefined
  const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'no-store' }
  return new Response(drawCountdown(Math.max(0, left), site), { headers })
}

interface Look {
  locale: string
  theme: { colors: Parameters<typeof safeColors>[0] }
}

/** `left` in seconds. */
export function drawCountdown(left: number, { locale, theme }: Look): string {
  const words = wordsFor(locale)
  const colors = safeColors(theme.colors)
  const days = Math.floor(left / DAY)
  const lastDay = Math.max(0, days - DAYS_AHEAD)
  const units = [
    { label: words.days, strip: downFrom(days, lastDay), step: DAY },
    { label: words.hoursLeft, strip: downFrom(23), step: HOUR },
    { label: words.minutesLeft, strip: downFrom(59), step: MINUTE },
    { label: words.seconds, strip: downFrom(59), step: 1 },
  ]
  const tiles = units.map(({ label, strip, step }, at) => {
    const x = at * (TILE + GAP)
    const cycle = strip.length * step
    // What is left of this unit's own round, so that its strip begins where it is now.
    const passed = cycle - (at === 0 ? (left % DAY) + (strip.length - 1) * DAY : left % cycle)
    const numbers = strip.map((number, row) => `<text x="74" y="${row * ROW + 68}">${pad(number)}</text>`)
    const motion = `animation:u${at} ${cycle}s steps(${strip.length}) ${-passed.toFixed(2)}s ${at === 0 ? '1 forwards' : 'infinite'}`
    return (
      `<svg x="${x}" width="${TILE}" height="${TILE}"><rect width="${TILE}" height="${TILE}" rx="12" fill="${colors.muted}"/>` +
      `<svg y="8" width="${TILE}" height="${ROW}"><g class="n">${still(left, at, strip, `<g style="${motion}">${numbers.join('')}</g>`)}</g></svg>` +
      `<text class="l" x="74" y="126">${label}</text></svg>`
    )
  })
  const moves = units.map(
    ({ strip }, at) => `@keyframes u${at}{to{transform:translateY(${-strip.length * ROW}px)}}`,
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 ${TILE}" width="640" height="${TILE}"><style>` +
    `text{font-family:system-ui,sans-serif;text-anchor:middle}.n{fill:${colors.text};font-size:60px;font-weight:700;` +
    `font-variant-numeric:tabular-nums}.l{fill:${colors.textMuted};font-size:17px}${overAfter(left)}${moves.join('')}</style>` +
    `${tiles.join('')}</svg>`
  )
}

/** Numbers that count while there is something left, and noughts from the moment on. */
function still(left: number, at: number, strip: readonly number[], counting: string): string {
  const nought = `<text x="74" y="68">${pad(0)}</text>`
  // A strip of one number has nowhere to go.
  const live = at === 0 && strip.length === 1 ? `<text x="74" y="68">${pad(strip[0] ?? 0)}</text>` : counting
  return left === 0 ? nought : `<g class="live">${live}</g><g class="over">${nought}</g>`
}

const overAfter = (left: number): string =>
  `@keyframes gone{to{opacity:0}}@keyframes come{from{opacity:0}}` +
  `.live{animation:gone 0s ${left.toFixed(2)}s forwards}.over{animation:come 0s ${left.toFixed(2)}s backwards}`

const pad = (number: number): string => String(number).padStart(2, '0')

const downFrom = (highest: number, lowest = 0): number[] =>
  Array.from({ length: highest - lowest + 1 }, (_, at) => highest - at)
