import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import type { Submission } from '#sites/blocks/block.ts'
import { prepareDocument } from '#sites/blocks/prepare.ts'
import { blocks } from '#sites/blocks/registry.ts'
import { networkOf } from '#sites/blocks/social-links/networks.ts'
import { BlockTree } from '#sites/blocks/tree.tsx'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { dataFor } from './block-examples.ts'
import { publishTemplate } from './world.ts'

const { site } = publishTemplate(clinic)

interface Drawing {
  slots?: object
  path?: string
  business?: object
  isEdited?: boolean
  submission?: Submission
}

function draw(
  type: string,
  props: object = {},
  { slots, path = '/', business, isEdited, submission }: Drawing = {},
) {
  const { nodes } = prepareDocument({
    version: 1,
    root: ['a'],
    nodes: {
      a: { type, version: 1, props, ...(slots && { slots }) },
      inside: { type: 'cta', version: 1, props: { heading: 'Inside' } },
    },
  } as unknown as PageDocument)
  const view = business ? { ...site, business: { name: 'Quiet & Co', ...business } } : site
  const around = {
    site: view,
    page: { path, year: 2026, ...(submission && { submission }) },
    data: { a: dataFor[type]! },
  }
  const edit = isEdited ? () => ({ 'data-edit': 'it' }) : undefined
  return renderToString(<BlockTree nodes={nodes} around={{ ...around, ...(edit && { edit }) }} />)
}

describe('what belongs to somebody else', () => {
  test('is a lazy, sandboxed frame in closed details, so that nothing of it loads unasked', () => {
    const html = draw('video', { address: 'https://www.youtube.com/watch?v=aqz-KE-bpKQ', title: 'A rabbit' })
    expect(html).toContain('<details class="player"><summary>')
    expect(html).toContain('src="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"')
    expect(html).toContain('loading="lazy"')
    expect(html).toContain('sandbox="allow-scripts')
    expect(html).toContain('Loads from www.youtube-nocookie.com')
  })

  test.each([
    'https://evil.example/video',
    'javascript:alert(1)',
    'https://evil.example/youtube.com/embed/x',
  ])('is not drawn when nobody knows it: %s', (address) => {
    expect(draw('video', { address })).not.toMatch(/<iframe|<video/)
    expect(draw('embed', { address, asksFirst: false })).not.toContain('<iframe')
    expect(draw('audio', { address })).not.toContain('<audio')
  })

  test('loads at once only where an agency wants it to', () => {
    const address = 'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC'
    expect(draw('embed', { address })).toContain('<details class="player">')
    const open = draw('embed', { address, asksFirst: false, height: 'medium' })
    expect(open).not.toContain('<details')
    expect(open).toContain('style="height:352px')
    expect(draw('embed', { address, asksFirst: false }, { isEdited: true })).toContain('<details')
  })

  test('plays files of one’s own without any frame', () => {
    expect(draw('video', { address: '/media/film.mp4?v=2' })).toContain('<video src="/media/film.mp4?v=2"')
    expect(draw('audio', { address: 'https://cdn.example/talk.mp3' })).toContain('<audio src="https://cdn.')
    expect(draw('audio', { address: 'javascript:x.mp3' })).not.toContain('<audio')
  })
})

describe('a form in another frame', () => {
  const submission: Submission = {
    formId: 'form-1',
    values: { name: 'Ada' },
    errors: { email: 'missing' },
  }

  test.each(['hero-form', 'newsletter'])('%s posts like any other and shows what is wrong', (type) => {
    expect(draw(type)).toContain('method="post" action="/_dde/forms/form-1#form-a"')
    const again = draw(type, {}, { submission })
    expect(again).toContain(': please fill this in.')
    expect(again).toContain('value="Ada"')
  })
})

describe('a map', () => {
  test('leads to the business by three ways and shows a map when asked', () => {
    const html = draw('map')
    expect(html).toContain('14 Quay Street<br')
    expect(html).toContain('destination=14%20Quay%20Street%2C%20Bristol')
    expect(html).toContain('openstreetmap.org/search?query=14%20Quay%20Street')
    expect(html).toContain('<details><summary>')
    expect(draw('map', { hasMap: false })).not.toContain('<iframe')
  })

  test('survives an address with half a character in it', () => {
    expect(draw('map', { address: 'Quay \ud800 1' })).toContain('<address>')
  })

  test('is left out where there is no address, and asks for one in the builder', () => {
    expect(draw('map', {}, { business: {} })).not.toContain('<address')
    expect(draw('map', {}, { business: {}, isEdited: true })).toContain('Write the address here')
  })
})

describe('breadcrumbs', () => {
  test('name the way by the menu, and link only to what the menu has', () => {
    const html = draw('breadcrumbs', {}, { path: '/about/our-team' })
    expect(html).toContain('<a href="/about">About us</a>')
    expect(html).toContain('<span aria-current="page">Our team</span>')
    expect(draw('breadcrumbs', {}, { path: '/nowhere/known' })).toContain('<li>Nowhere</li>')
  })

  test('let a page say its own name', () => {
    expect(draw('breadcrumbs', { current: 'Who we are' }, { path: '/about' })).toContain('Who we are')
  })
})

describe('blocks that hold others', () => {
  test.each([
    ['grid', 'items'],
    ['card', 'content'],
    ['popup', 'content'],
  ])('%s draws what stands in it', (type, slot) => {
    const html = draw(type, {}, { slots: { [slot]: ['inside'] } })
    expect(html).toContain(`data-slot="${slot}"><div class="nested" data-block="cta"`)
  })

  test('a popup is the browser’s own, and stands open in the builder', () => {
    expect(draw('popup')).toMatch(/popovertarget="popup-a".*id="popup-a" popover="auto"/)
    const edited = draw('popup', {}, { isEdited: true })
    expect(edited).not.toContain('popover')
    expect(edited).toContain('The details')
  })
})

describe('what needs no script', () => {
  test('tabs and an accordion close one another by their name', () => {
    expect(draw('tabs').match(/<details name="tabs-a"/g)).toHaveLength(3)
    expect(draw('accordion')).toContain('name="accordion-a"')
    expect(draw('accordion', { isExclusive: false })).not.toContain('name=')
  })

  test('a marquee can be stopped, and is read once', () => {
    const html = draw('marquee')
    expect(html).toContain('<input type="checkbox" id="pause-a"')
    expect(html.match(/<ul aria-hidden/g)).toHaveLength(1)
  })

  test('before and after is scrolled, by keyboard too', () => {
    expect(draw('before-after')).toContain('<section tabindex="0" aria-label="Before / After"')
  })
})

describe('lists a business fills', () => {
  test('say what kind of file each download is, and leave out those that lead nowhere', () => {
    const items = [
      { file: { label: 'Prices', href: '/media/prices.pdf?v=1' }, size: '1 MB' },
      { file: { label: 'Gone', href: '' } },
    ]
    const html = draw('downloads', { items })
    expect(html).toContain('PDF, 1 MB')
    expect(html).not.toContain('Gone')
  })

  test('write a date in the site’s language, and leave words as they are', () => {
    const html = draw('events', { items: [{ date: '2027-05-14' }, { date: 'Every Thursday' }] })
    expect(html).toContain('<time datetime="2027-05-14">May 14, 2027</time>')
    expect(html).toContain('<b>Every Thursday</b>')
  })

  test('say ticks and dashes in words as well', () => {
    const html = draw('comparison', {
      columns: [{ title: 'One' }, { title: 'Two' }],
      rows: [{ label: 'A thing', cells: [{ text: 'Yes' }] }],
    })
    expect(html).toContain('<span class="hidden">Included</span>')
    expect(html).toContain('<span class="hidden">Not included</span>')
  })

  test('fill up short rows of a table, so that no column shifts', () => {
    const html = draw('table', { columns: [{}, {}, {}], rows: [{ cells: [{ text: 'One' }] }] })
    expect(html.match(/<td>/g)).toHaveLength(2)
  })

  test.each([
    ['https://www.instagram.com/quay', 'Instagram'],
    ['https://de.linkedin.com/in/quay', 'LinkedIn'],
    ['https://twitter.com/quay', 'X'],
    ['https://wa.me/4420', 'WhatsApp'],
    ['https://quay.example', undefined],
    ['/contact', undefined],
    ['https://constructor', undefined],
  ])('%s is known as %s', (address, name) => {
    expect(networkOf(address)?.name).toBe(name)
  })
})

test('what the builder asks for is never on a published page', () => {
  const empty = { images: [], items: [], before: { src: '' }, image: { src: '' } }
  for (const { type } of blocks) {
    expect(draw(type, empty, { business: {} })).not.toMatch(
      /dashed|Paste the|Choose a|Add (?:a|pictures|the)/,
    )
  }
})
