import { describe, expect, test } from 'vitest'
import { fillTemplate, findTemplate } from '#workers/sites/templates/index.ts'
import { compareTemplates } from '#workers/templates/compare-templates.ts'
import { withPlaceholders } from '#workers/templates/details-as-placeholders.ts'
import { drawPreview } from '#workers/templates/draw-preview.ts'
import { templateOf } from '#workers/templates/read-template.ts'
import { checked } from '#workers/templates/template-from-site.ts'

const harbor = {
  name: 'Harbor & Sons',
  email: 'hello@harbor.example',
  phone: '+44 20 7946 0018',
  address: '14 Quay Street\nBristol',
  hours: 'Monday to Friday',
}
const clinic = await findTemplate('clinic')
if (!clinic) throw new Error('There is no clinic.')

describe('a business’s details', () => {
  test('give way to places for another’s, in texts, HTML and links', () => {
    const said = {
      heading: 'Welcome to Harbor & Sons',
      html: '<p>Harbor &amp; Sons, 14 Quay Street<br>Bristol</p>',
      href: 'tel:+442079460018',
      mail: { href: 'mailto:hello@harbor.example' },
    }
    expect(withPlaceholders(said, harbor)).toEqual({
      heading: 'Welcome to {{name}}',
      html: '<p>{{name}}, {{address}}</p>',
      href: 'tel:{{phone}}',
      mail: { href: 'mailto:{{email}}' },
    })
  })

  test('are left alone within other words, in addresses and in the names of files', () => {
    const said = { text: 'The Annals of Ann', src: '/_dde/files/x/Ann.jpg', href: '/about/Ann' }
    expect(withPlaceholders(said, { name: 'Ann' })).toEqual({ ...said, text: 'The Annals of {{name}}' })
  })

  test('of one that told nothing change nothing', () => {
    const said = { text: 'Call us' }
    expect(withPlaceholders(said, { name: '' })).toBe(said)
  })

  test('can be taken out of a website and put into the next', () => {
    const filled = fillTemplate(clinic, harbor)
    const again = withPlaceholders(filled, harbor)
    const next = fillTemplate(again, { ...harbor, name: 'Quay Street Dental' })
    expect(JSON.stringify(filled)).toContain('Harbor & Sons')
    expect(JSON.stringify(next)).not.toContain('Harbor & Sons')
    expect(JSON.stringify(next)).toContain('Quay Street Dental')
  })
})

describe('the content of a template', () => {
  const { id: _id, preview: _preview, ...content } = clinic

  test('of one that comes with the product is content like any other', () => {
    expect(checked(content).pages).toHaveLength(clinic.pages.length)
  })

  test.each([
    ['no page', { pages: [] }, 'A template has at least one page.'],
    [
      'two pages at one address',
      { pages: [content.pages[0], content.pages[0]] },
      'Two pages stand at the same address.',
    ],
    [
      'a colour that is none',
      { theme: { ...content.theme, colors: { ...content.theme.colors, brand: 'red' } } },
      'Give a colour as',
    ],
  ])('with %s is refused', (_, change, sentence) => {
    expect(() => checked({ ...content, ...change })).toThrow(sentence)
  })

  test('is drawn as a small picture in its own colours, whatever it is called', () => {
    const facts = { id: 'x', name: '<b>"&', description: '', industry: '', category: 'health' }
    const { src } = templateOf(facts, content).preview
    const svg = decodeURIComponent(src.replace('data:image/svg+xml,', ''))
    expect(svg).toContain(content.theme.colors.brand)
    const page = content.pages[0]
    if (!page) throw new Error('There is no page.')
    const bare = drawPreview(
      { theme: content.theme, pages: [{ ...page, document: { version: 1, root: [], nodes: {} } }] },
      '<b>"&',
    )
    expect(decodeURIComponent(bare)).toContain('&lt;b&gt;&quot;&amp;')
  })
})

describe('two versions of a template', () => {
  const { id: _id, preview: _preview, ...content } = clinic
  const files = [{ fileName: 'door.jpg', contentHash: 'a' }]

  test('that say the same differ in nothing, though their files have other ids', () => {
    const named = (id: string) => ({
      content: {
        ...content,
        header: {
          ...content.header,
          nodes: { a: { type: 'hero', version: 1, props: { src: `/_dde/files/${id}/door.jpg` } } },
        },
      },
      files,
    })
    const one = named('01890000-0000-7000-8000-000000000001')
    const other = named('01890000-0000-7000-8000-000000000002')
    expect(compareTemplates(one, other)).toEqual({ parts: [] })
  })

  test('are told apart by what was added, changed and removed', () => {
    const [home, ...rest] = content.pages
    if (!home) throw new Error('There is no page.')
    const next = {
      ...content,
      pages: [
        { ...home, seo: { title: 'Other' } },
        ...rest.slice(1),
        { ...home, path: '/new', title: 'New' },
      ],
      theme: { ...content.theme, radius: 'none' as const },
    }
    const { parts } = compareTemplates({ content, files }, { content: next, files: [] })
    expect(parts).toEqual([
      {
        part: 'pages',
        added: ['New (/new)'],
        changed: [`${home.title} (/)`],
        removed: [`${rest[0]?.title} (${rest[0]?.path})`],
      },
      { part: 'look', added: [], changed: ['Shapes'], removed: [] },
      { part: 'files', added: [], changed: [], removed: ['door.jpg'] },
    ])
  })
})
