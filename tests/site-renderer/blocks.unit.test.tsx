import fc from 'fast-check'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { type Block, block, blockCategories } from '#sites/blocks/block.ts'
import { prepareDocument, readProps } from '#sites/blocks/prepare.ts'
import { propertyHints } from '#sites/blocks/properties.ts'
import { blocks, findBlock } from '#sites/blocks/registry.ts'
import { hasThumbnail, Thumbnail } from '#sites/blocks/thumbnails.tsx'
import { BlockTree } from '#sites/blocks/tree.tsx'
import type { PageDocument } from '#workers/sites/page-document.contract.ts'
import { blockData } from '#workers/sites/snapshot.contract.ts'
import { clinic } from '#workers/sites/templates/clinic/clinic.ts'
import { dataFor, examples } from './block-examples.ts'
import { business, publishTemplate, stylesheet } from './world.ts'

const { site } = publishTemplate(clinic)
const page = { path: '/', year: 2026 }

function draw(
  document: unknown,
  edit?: (nodeId: string, property: string) => Record<string, unknown>,
): string {
  const { nodes } = prepareDocument(document as PageDocument, { leads: true })
  const data = Object.fromEntries(
    nodes.flatMap(({ id, block: { type } }) => (dataFor[type] ? [[id, dataFor[type]]] : [])),
  )
  return renderToString(<BlockTree nodes={nodes} around={{ site, page, data, ...(edit && { edit }) }} />)
}

const alone = (type: string, props: unknown = {}, more: object = {}) => ({
  version: 1,
  root: ['a'],
  nodes: { a: { type, version: 1, props, ...more } },
})

/** The properties that stand for a block's own text, wherever they are. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

const drawn = blocks.filter(({ isReference }) => !isReference)

describe.each(drawn)('the block “$type”', (definition: Block) => {
  test('has a default for every property', () => {
    expect(definition.props.safeParse({}).success).toBe(true)
  })

  test('draws from its defaults', () => {
    expect(draw(alone(definition.type))).toContain(`data-block="${definition.type}"`)
  })

  test('is offered with a name, a sentence, a place and a drawing', () => {
    expect(definition.label).toMatch(/^[A-Z]/)
    expect(definition.summary).toMatch(/^[A-Z].{15,110}[.]$/)
    expect(blockCategories).toContain(definition.category)
    expect(hasThumbnail(definition.type)).toBe(true)
    expect(renderToString(<Thumbnail type={definition.type} />)).toMatch(/<rect.*<rect/)
  })

  test('carries no script and no event handler', () => {
    const html = draw(alone(definition.type)) + draw(alone(definition.type, examples[definition.type]))
    expect(html).not.toMatch(/<script|javascript:|\son[a-z]+=/)
  })

  test('is given what its form or its posts are by a publish', () => {
    const hasForm = Object.values(definition.props.shape).some(
      (property) => propertyHints.get(property)?.control === 'form',
    )
    expect(blockData[definition.type] === 'form').toBe(hasForm)
    if (definition.category === 'blog') expect(blockData[definition.type]).toBe('posts')
  })

  test('draws with parts of the stylesheet that there are', () => {
    for (const type of definition.uses) expect(stylesheet.pieces[type]).toBeTruthy()
  })

  test('draws everything of a full example', () => {
    const props = examples[definition.type] ?? {}
    expect(z.strictObject(definition.props.shape).safeParse(props).success).toBe(true)
    expect(Object.keys(props).sort()).toEqual(Object.keys(definition.props.shape).sort())
    const html = draw(alone(definition.type, props))
    const written = textsIn(props).filter((text) => /^[A-Z][\w .?!]+$/.test(text))
    const missing = written.filter((text) => !html.includes(text))
    expect(missing.filter((text) => !['Brand', 'Somebody'].includes(text))).toEqual([])
  })

  test('survives whatever its properties are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (junk) => {
        expect(draw(alone(definition.type, junk))).toContain('data-block')
      }),
      { numRuns: 60 },
    )
  })

  test('survives whatever each of its properties is', () => {
    const junk = fc.record(
      Object.fromEntries(Object.keys(definition.props.shape).map((key) => [key, fc.jsonValue()])),
    )
    fc.assert(
      fc.property(junk, (props) => {
        expect(draw(alone(definition.type, props))).toContain('data-block')
      }),
      { numRuns: 60 },
    )
  })

  test('escapes hostile text in every property', () => {
    const hostile = '"><script>alert(1)</script><img onerror=alert(1) src=x>'
    const poison = (value: unknown): unknown => {
      if (typeof value === 'string') return hostile
      if (Array.isArray(value)) return value.map(poison)
      if (typeof value !== 'object' || value === null) return value
      return Object.fromEntries(
        Object.entries(value).map(([key, part]) => [key, key === 'html' ? '' : poison(part)]),
      )
    }
    const html = draw(alone(definition.type, poison(examples[definition.type])))
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<img onerror')
  })

  test('never links to a script', () => {
    const props = JSON.parse(
      JSON.stringify(examples[definition.type]).replaceAll('/contact', 'javascript:alert(1)'),
    )
    expect(draw(alone(definition.type, props))).not.toContain('javascript:')
  })
})

test('blocks have names of their own, and stand together by where they are offered', () => {
  expect(new Set(blocks.map(({ type }) => type)).size).toBe(blocks.length)
  expect(new Set(blocks.map(({ label }) => label)).size).toBe(blocks.length)
  const places = blocks.map(({ category }) => category).filter((place, at, all) => place !== all[at - 1])
  expect(places).toEqual([...blockCategories])
})

describe('drawing blocks', () => {
  test('keeps what is right of a block and lets defaults stand in for what is wrong', () => {
    const html = draw(
      alone('features', {
        heading: 'Ours',
        columns: 'seven',
        items: [{ title: 'Good' }, 'bad', { title: 5, text: 'Half' }],
      }),
    )
    expect(html).toContain('Ours')
    expect(html).toContain('data-columns="3"')
    expect(html).toContain('Good')
    expect(html).toContain('Half')
    expect(html.match(/<li>/g)).toHaveLength(2)
  })

  test('leaves out a block that throws and draws the others', () => {
    const broken = block({
      type: 'broken',
      version: 1,
      label: 'Broken',
      summary: 'Throws.',
      category: 'content',
      icon: 'x',
      props: z.object({}),
      component: () => {
        throw new Error('this block is broken')
      },
    })
    const { nodes } = prepareDocument(alone('cta', { heading: 'Still here' }) as PageDocument)
    const first = nodes[0]!
    const html = renderToString(
      <BlockTree nodes={[{ ...first, id: 'b', block: broken }, first]} around={{ site, page, data: {} }} />,
    )
    expect(html).toContain('Still here')
  })

  test('leaves out unknown blocks, missing nodes and circles', () => {
    const circle = { type: 'columns', version: 1, props: {}, slots: { first: ['a'], second: ['b'] } }
    const html = draw({
      version: 1,
      root: ['a', 'gone', 'c'],
      nodes: {
        a: circle,
        b: { type: 'no-such-block', version: 1, props: {} },
        c: { type: 'cta', version: 1, props: {} },
      },
    })
    expect(html.match(/data-block/g)).toHaveLength(2)
  })

  test('draws nothing of a document that is none', () => {
    for (const document of [null, {}, { nodes: {} }, { root: ['a'] }]) expect(draw(document)).toBe('')
  })

  test('draws blocks inside blocks', () => {
    const html = draw({
      version: 1,
      root: ['a'],
      nodes: {
        a: { type: 'columns', version: 1, props: {}, slots: { first: ['b'] } },
        b: { type: 'cta', version: 1, props: { heading: 'Inside' }, style: { tone: 'brand' } },
      },
    })
    expect(html).toContain('Inside')
    expect(html).toContain('class="nested"')
  })

  test('makes the first heading the h1 and the others h2', () => {
    const node = (heading: string) => ({ type: 'cta', version: 1, props: { heading } })
    const html = draw({
      version: 1,
      root: ['a', 'b', 'c'],
      nodes: { a: node(''), b: node('One'), c: node('Two') },
    })
    expect(html).toContain('<h1 class="title">One</h1>')
    expect(html).toContain('<h2 class="title">Two</h2>')
  })

  test('turns a block’s style into data attributes, and ignores looks there are none of', () => {
    const style = { tone: 'ink', padding: 'large', width: 'wide', align: 'center', anchor: 'prices' }
    const html = draw(alone('cta', {}, { style }))
    expect(html).toContain(
      'id="prices" data-block="cta" data-tone="ink" data-padding="large" data-width="wide" data-align="center"',
    )
    const odd = draw(alone('cta', {}, { style: { tone: 'pink', anchor: '"><script>', align: 'center' } }))
    expect(odd).toContain('data-align="center"')
    expect(odd).not.toContain('pink')
    expect(odd).not.toContain('script')
  })

  test('brings old properties up to date, and reads them as they are when that fails', () => {
    const hero = findBlock('hero')!
    const node = { version: 1, props: { title: 'Old words', note: 'Kept' } }
    const renamed = {
      ...hero,
      version: 2,
      migrate: (props: Record<string, unknown>) => ({ ...props, heading: props.title }),
    }
    expect(readProps(renamed, node)).toMatchObject({ heading: 'Old words', note: 'Kept' })
    expect(readProps(renamed, { ...node, version: 2 })).toMatchObject({
      heading: 'Say what you do in one line',
    })
    const broken = {
      ...renamed,
      migrate: () => {
        throw new Error('nobody knows these')
      },
    }
    expect(readProps(broken, node)).toMatchObject({ heading: 'Say what you do in one line', note: 'Kept' })
  })

  test('marks texts for the builder only', () => {
    const marked = draw(alone('cta', { heading: 'Words' }), (nodeId, property) => ({
      'data-edit': `${nodeId}.${property}`,
    }))
    expect(marked).toContain('data-node="a"')
    expect(marked).toContain('data-edit="a.heading"')
    expect(draw(alone('cta', { heading: 'Words' }))).not.toMatch(/data-node|data-edit/)
  })

  test('draws the business’s details where they belong', () => {
    const html = draw(alone('contact-details'))
    expect(html).toContain('href="tel:+442079460018"')
    expect(html).toContain(`href="mailto:${business.email}"`)
    expect(html).toContain('14 Quay Street<br')
  })
})

describe('the navigation', () => {
  const navigate = (path: string) => {
    const { nodes } = prepareDocument(alone('navigation') as PageDocument)
    return renderToString(<BlockTree nodes={nodes} around={{ site, page: { path, year: 2026 }, data: {} }} />)
  }

  test('says which page this is, and which part of the site it belongs to', () => {
    expect(navigate('/about')).toContain('href="/about" aria-current="page"')
    expect(navigate('/blog/a-post')).toContain('href="/blog" aria-current="true"')
    expect(navigate('/')).not.toContain('aria-current')
  })

  test('opens what lies below an item without a script, and leads to the item itself too', () => {
    const html = navigate('/')
    expect(html).toContain('<details name="menu"><summary>Treatments</summary>')
    expect(html.match(/href="\/services"/g)).toHaveLength(2)
    expect(html).toContain('<details class="phone-menu">')
  })
})
