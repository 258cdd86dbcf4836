import { describe, expect, test } from 'vitest'
import * as z from 'zod/mini'
import { propertyHints } from '#sites/blocks/properties.ts'
import { blocks } from '#sites/blocks/registry.ts'
import { htmlWithLinks, textsOf, withLinks, withTexts } from '#workers/sites/document-texts.contract.ts'
import type { JsonValue, PageDocument } from '#workers/sites/page-document.contract.ts'

const pageOf = (props: Record<string, JsonValue>): PageDocument => ({
  version: 1,
  root: ['a'],
  nodes: { a: { type: 'hero', version: 1, props } },
})

/** Every property in the block library by the name it is kept under, with the controls it is offered by. */
function controlsByName(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>()
  const walk = (shape: z.core.$ZodShape) => {
    for (const [name, schema] of Object.entries(shape)) {
      // safe: every property of a block is registered with its hints
      const hints = propertyHints.get(schema as z.core.$ZodType)
      if (hints) found.set(name, (found.get(name) ?? new Set()).add(hints.control))
      const inner = unwrapped(schema as z.core.$ZodType)
      if (inner instanceof z.ZodMiniArray && inner.def.element instanceof z.ZodMiniObject)
        walk(inner.def.element.shape)
    }
  }
  for (const { props } of blocks) walk(props.shape)
  return found
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  return schema instanceof z.ZodMiniDefault || schema instanceof z.ZodMiniPrefault
    ? unwrapped(schema.def.innerType)
    : schema
}

/** Held by some block as words, though nobody would translate them: sizes of files, addresses, moments, and which section is meant. */
const SPARED = ['size', 'href', 'section', 'moment']
const WRITTEN = new Set(['line', 'area', 'rich'])
const CHOSEN = new Set(['choice', 'icon', 'form', 'collection', 'entryField'])

describe('the texts of a page', () => {
  const byName = [...controlsByName()]
  const isText = (name: string) => textsOf(pageOf({ [name]: 'Words' })).length > 0

  test('are those a person writes, in every block there is', () => {
    const written = byName.filter(([, controls]) => [...controls].some((control) => WRITTEN.has(control)))
    expect(
      written
        .map(([name]) => name)
        .filter((name) => !isText(name))
        .sort(),
    ).toEqual([...SPARED].sort())
  })

  test('are never a choice out of a list, an icon or a form', () => {
    const chosen = byName.filter(([, controls]) => [...controls].some((control) => CHOSEN.has(control)))
    expect(chosen.map(([name]) => name).filter(isText)).toEqual([])
  })

  test('come in reading order, each with where it stands', () => {
    const document: PageDocument = {
      version: 1,
      root: ['b', 'a'],
      nodes: {
        a: {
          type: 'hero',
          version: 1,
          props: { heading: 'Third', primary: { label: 'Fourth', href: '/x' } },
        },
        b: { type: 'columns', version: 1, props: { heading: 'First', count: '3' }, slots: { left: ['c'] } },
        c: { type: 'text', version: 1, props: { html: '<p>Second</p>', items: [{ text: '— 12 —' }] } },
      },
    }
    expect(textsOf(document)).toEqual([
      { key: 'b.heading', text: 'First', isHtml: false },
      { key: 'c.html', text: '<p>Second</p>', isHtml: true },
      { key: 'a.heading', text: 'Third', isHtml: false },
      { key: 'a.primary.label', text: 'Fourth', isHtml: false },
    ])
  })

  test('can be said in other words, and what has none stays the very same', () => {
    const page = pageOf({ heading: 'Hello', items: [{ text: 'World' }], variant: 'Hello' })
    const greeted = withTexts(page, ({ text }) => (text === 'Hello' ? 'Hallo' : undefined))
    expect(greeted.nodes.a?.props).toEqual({ heading: 'Hallo', items: [{ text: 'World' }], variant: 'Hello' })
    expect(greeted.nodes.a?.props.items).toBe(page.nodes.a?.props.items)
    expect(withTexts(page, () => undefined)).toBe(page)
  })
})

describe('the links of a page', () => {
  test('can lead elsewhere, in properties and in text', () => {
    const page = pageOf({ link: { label: '/a', href: '/a' }, html: '<p><a title="/a" href="/a">a</a></p>' })
    expect(withLinks(page, (href) => `/de${href}`).nodes.a?.props).toEqual({
      link: { label: '/a', href: '/de/a' },
      html: '<p><a title="/a" href="/de/a">a</a></p>',
    })
    expect(htmlWithLinks('<a href="/$&">$1</a>', () => '/$1')).toBe('<a href="/$1">$1</a>')
  })
})
