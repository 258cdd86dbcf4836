import { describe, expect, test } from 'vitest'
import type * as z from 'zod'
import { optionsOf } from '#app/screens/builder/controls/choice.tsx'
import { itemShape } from '#app/screens/builder/controls/list-items.ts'
import { controls } from '#app/screens/builder/controls/property-field.tsx'
import { propertyHints } from '#sites/blocks/properties.ts'
import { blocks } from '#sites/blocks/registry.ts'

interface Property {
  way: string
  name: string
  schema: z.core.$ZodType
}

/** Every property of a block, those of its items included. */
const propertiesOf = (shape: Record<string, z.core.$ZodType>, way: string): Property[] =>
  Object.entries(shape).flatMap(([name, schema]) => {
    const here = { way: `${way}.${name}`, name, schema }
    const isList = propertyHints.get(schema)?.control === 'list'
    return [here, ...(isList ? propertiesOf(itemShape(schema), here.way) : [])]
  })
/** What a block of somebody else’s plugin asks for is in that plugin’s manifest. */
const ASKED_ELSEWHERE = 'plugin'
const ours = blocks.filter(({ type }) => type !== ASKED_ELSEWHERE)
const properties = ours.flatMap((block) => propertiesOf(block.props.shape, block.type))
const ofKind = (kind: string) =>
  properties.filter(({ schema }) => propertyHints.get(schema)?.control === kind)

describe('the properties of the blocks', () => {
  test('have a control each', () => {
    const without = properties.filter(({ schema }) => {
      const hints = propertyHints.get(schema)
      return !hints || !controls[hints.control]
    })
    expect(properties.length).toBeGreaterThan(200)
    expect(without.map(({ way }) => way)).toEqual([])
  })

  test('have a label each', () => {
    expect(properties.filter(({ schema }) => !propertyHints.get(schema)?.label.trim())).toEqual([])
  })

  test('are called html where they hold HTML, and only there', () => {
    const rich = ofKind('rich')
    expect(rich.length).toBeGreaterThan(0)
    expect(rich.filter(({ name }) => name !== 'html').map(({ way }) => way)).toEqual([])
    expect(properties.filter(({ name }) => name === 'html')).toHaveLength(rich.length)
  })

  test('have options to choose from where they are choices', () => {
    expect(ofKind('choice').filter(({ schema }) => optionsOf(schema).length < 2)).toEqual([])
  })

  test('have fields in each item where they are lists', () => {
    const empty = ofKind('list').filter(({ schema }) => Object.keys(itemShape(schema)).length === 0)
    expect(empty.map(({ way }) => way)).toEqual([])
  })
})
