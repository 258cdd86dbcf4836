import { signal } from '@preact/signals'

const MINUTE_MS = 60_000
const now = signal(Date.now())
let isTicking = false

const units: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000_000],
  ['month', 2_592_000_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', MINUTE_MS],
]

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto', style: 'short' })
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const dayOnly = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', timeZone: 'UTC' })

/** “3 hr. ago”, kept true as time passes, with the exact moment on hover. */
export function Ago({ at, class: look }: { at: string; class?: string }) {
  startTicking()
  return (
    <time dateTime={at} title={exactly(at)} {...(look && { class: look })}>
      {ago(new Date(at).getTime(), now.value)}
    </time>
  )
}

function startTicking(): void {
  if (isTicking) return
  isTicking = true
  setInterval(() => {
    now.value = Date.now()
  }, MINUTE_MS)
}

export function ago(atMs: number, nowMs: number): string {
  const passedMs = atMs - nowMs
  for (const [unit, ms] of units) {
    if (Math.abs(passedMs) >= ms) return relative.format(Math.trunc(passedMs / ms), unit)
  }
  return 'just now'
}

export function exactly(at: string): string {
  return exact.format(new Date(at))
}

/** A calendar day such as `2026-10-01` in words. */
export function dayLabel(day: string): string {
  return dayOnly.format(new Date(`${day}T00:00:00Z`))
}

/** `1:07` for 67 seconds, `2:00:05` once it takes hours. */
export function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)]
  const hours = Math.floor(seconds / 3600)
  const [first, ...rest] = hours > 0 ? [hours, ...parts] : parts
  return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':')
}
