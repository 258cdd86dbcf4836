import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { instantOf } from '#sites/blocks/countdown/moment.ts'
import { drawCountdown } from '#sites/requests/countdown.ts'
import { loadTemplates } from '#workers/sites/templates/index.ts'
import { siteFrom } from './world.ts'

const [template] = await loadTemplates()
const { site, visit } = siteFrom(template!)

/** What a drawing shows when `seconds` have passed since it was drawn, read as CSS moves its strips. */
function shows(svg: string, seconds = 0): number[] {
  const strips = [...svg.matchAll(/animation:u\d ([\d.]+)s steps\((\d+)\) (-?[\d.]+)s[^>]*>(.*?)<\/g>/g)]
  return strips.map(([, cycle, steps, delay, texts = '']) => {
    const numbers = [...texts.matchAll(/>(\d+)</g)].map(([, number]) => Number(number))
    const at = ((seconds - Number(delay)) % Number(cycle)) / Number(cycle)
    return numbers[Math.floor(at * Number(steps))] ?? Number.NaN
  })
}

describe('a countdown', () => {
  test('shows what is left, and goes on counting by itself', () => {
    const left = fc.double({ min: 2 * 86_400, max: 300 * 86_400, noNaN: true })
    fc.assert(
      fc.property(left, fc.integer({ min: 0, max: 86_000 }), (start, later) => {
        const rest = start - later
        // Within a hundredth of a change either side is right.
        fc.pre(rest % 1 > 0.02 && rest % 1 < 0.98)
        expect(shows(drawCountdown(start, site), later)).toEqual([
          ...[Math.floor(rest / 86_400), Math.floor(rest / 3600) % 24],
          ...[Math.floor(rest / 60) % 60, Math.floor(rest) % 60],
        ])
      }),
    )
  })

  test('is nought from its moment on', () => {
    expect(drawCountdown(0, site).match(/>00</g)).toHaveLength(4)
    expect(drawCountdown(0, site)).not.toContain('steps(')
    expect(drawCountdown(90, site)).toContain('gone 0s 90.00s')
  })

  test('is drawn for each visitor, and only of a moment', async () => {
    const drawn = await visit('/_dde/countdown?to=2031-05-14T16:00:00.000Z')
    expect(drawn.headers.get('content-type')).toBe('image/svg+xml')
    expect(drawn.headers.get('cache-control')).toBe('no-store')
    expect(await drawn.text()).toContain('seconds')
    for (const to of ['', 'soon', '<script>', '2031-05-14T16:00:00.000Z"><script>'])
      expect((await visit(`/_dde/countdown?to=${encodeURIComponent(to)}`)).status).toBe(404)
    expect((await visit('/_dde/countdown/xx?to=2031-05-14')).status).toBe(404)
  })

  test.each([
    ['2027-05-14 18:00', '+02:00', '2027-05-14T16:00:00.000Z'],
    ['2027-05-14', '+00:00', '2027-05-14T00:00:00.000Z'],
    [' 2027-05-14T9:30 ', '-05:00', '2027-05-14T14:30:00.000Z'],
    ['next spring', '+00:00', undefined],
    ['2027-13-40 18:00', '+00:00', undefined],
  ])('reads “%s” at %s', (moment, offset, instant) => {
    expect(instantOf(moment, offset)).toBe(instant)
  })
})
