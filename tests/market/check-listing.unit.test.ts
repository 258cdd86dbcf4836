import { describe, expect, test } from 'vitest'
import { siteFrom } from '#tests/site-renderer/world.ts'
import { checkListing } from '#workers/market/check-listing.ts'
import { checkPage } from '#workers/market/check-page.ts'
import { sampleBusiness } from '#workers/market/draw-listing.ts'
import { loadTemplates, type Template } from '#workers/sites/templates/index.ts'

const templates = await loadTemplates()
const LICENCE = 'Free to use on any website, pictures included.'

/** A template with its pages as the renderer draws them. */
async function drawn(template: Template) {
  const site = siteFrom(template, sampleBusiness)
  const { id: _id, preview: _preview, ...content } = template
  const paths = [
    ...template.pages.map(({ path }) => path),
    ...template.posts.map(({ slug }) => `/blog/${slug}`),
  ]
  const pages = await Promise.all(
    paths.map(async (path) => {
      const answer = await site.visit(path)
      return { path, status: answer.status, html: await answer.text() }
    }),
  )
  return { content, files: [], pages, licence: LICENCE, kind: 'template' as const }
}

describe('the checks before a person looks', () => {
  test.each(templates.map((template): [string, Template] => [template.id, template]))(
    'find nothing to refuse in “%s”, which comes with the product',
    async (_id, template) => {
      const failed = checkListing(await drawn(template)).filter(({ status }) => status === 'failed')
      expect(failed).toEqual([])
    },
  )
})

const [first] = templates
if (!first) throw new Error('There are no templates.')
const whole = await drawn(first)
const outcomeOf = (key: string, change: object) =>
  checkListing({ ...whole, ...change }).find((check) => check.key === key)
const withPage = (html: string) => ({ pages: [{ path: '/', status: 200, html }] })
const proper = (main: string) =>
  `<!doctype html><html lang="en"><head><title>Home</title></head><body><main><h1>Home</h1>${main}</main></body></html>`

describe('a check', () => {
  test.each([
    [
      'structure',
      '<html><head><title>x</title></head><body><main><h1>a</h1></main></body></html>',
      'does not say its language',
    ],
    ['structure', proper('<h1>Again</h1>'), 'has 2 main headings'],
    ['structure', proper('<h4>Deep</h4>'), 'jumps from level 1 to 4'],
    ['structure', proper('<p id="a"></p><p id="a"></p>'), 'two elements have the id “a”'],
    ['structure', proper('<input type="text" name="x">'), '1 fields of a form have no label'],
    ['structure', proper('').replaceAll('main', 'div'), 'main part'],
    ['scripts', proper('<script>alert(1)</script>'), 'holds a script'],
    ['scripts', proper('<p onclick="x()">a</p>'), 'runs code by “onclick”'],
    ['scripts', proper('<a href=" JavaScript:x()">a</a>'), 'a link runs code'],
    ['scripts', proper('<object data="x"></object>'), 'an element “object”'],
    ['links', proper('<a href="/nowhere">a</a>'), 'leads to no page'],
    ['links', proper('<a href="/%E0%A4%A">a</a>'), 'leads to no page'],
    ['links', proper('<a href="#nowhere">a</a>'), 'leads to no place'],
    ['links', proper('<a href="">a</a>'), 'leads nowhere'],
    ['pictures', proper('<img src="/a.png" width="1" height="1">'), 'no alternative text'],
    ['pictures', proper('<img src="/a.png" alt="">'), 'does not say its size'],
    ['weight', proper('x'.repeat(500_000)), 'the page itself has 0.5 MB'],
  ])('of %s refuses what it is there for', (key, html, sentence) => {
    const found = outcomeOf(key, withPage(html))
    expect(found?.status).toBe('failed')
    expect(found?.findings.join(' ')).toContain(sentence)
  })

  test('lets links out, to the blog and to places on the page be', () => {
    const html = proper(
      '<a href="https://example.com">a</a><a href="/blog/x">b</a><a href="#a" id="a">c</a><a href="/">d</a>',
    )
    expect(outcomeOf('links', withPage(html))?.findings).toEqual([])
  })

  test('of contrast looks at the pairs people read', () => {
    const { theme } = whole.content
    const content = {
      ...whole.content,
      theme: { ...theme, colors: { ...theme.colors, text: '#cccccc', background: '#ffffff' } },
    }
    expect(outcomeOf('contrast', { content })?.findings[0]).toContain('contrast of 1.6 to 1')
  })

  test('of the licence wants one, and of details warns of addresses people left behind', () => {
    expect(outcomeOf('licence', { licence: 'Free' })?.status).toBe('failed')
    const content = { ...whole.content, tagline: 'Write to ann@harbor-dental.co.uk' }
    expect(outcomeOf('details', { content })).toMatchObject({ status: 'warning' })
    expect(outcomeOf('details', {})).toMatchObject({ status: 'passed' })
  })

  test('of a section minds its scripts and files, not the headings around it', () => {
    const html = proper('<h4>Deep</h4>')
    expect(outcomeOf('structure', { ...withPage(html), kind: 'section' })?.status).toBe('passed')
    const [page] = whole.content.pages
    const node = {
      type: 'hero',
      version: 1,
      props: { src: '/_dde/files/01890000-0000-7000-8000-000000000001/a.png' },
    }
    const content = {
      ...whole.content,
      pages: [{ ...page, document: { version: 1, root: ['a'], nodes: { a: node } } }],
    }
    expect(outcomeOf('pictures', { content, kind: 'section' })?.status).toBe('failed')
  })

  test('of a page that cannot be drawn says so', () => {
    const { structure } = checkPage({ path: '/', status: 500, html: '' }, new Set(['/']))
    expect(structure).toEqual(['/: it is answered with 500.'])
  })
})
