import { describe, expect, test } from 'vitest'
import { itemShape, moved, newItem, titleOf } from '#app/screens/builder/controls/list-items.ts'
import { area, icon, link, list, picture, rich, toggle } from '#sites/blocks/properties.ts'
import { blocks } from '#sites/blocks/registry.ts'

const shape = {
  icon: icon('Icon'),
  image: picture('Picture'),
  text: area('Text'),
  html: rich('Text'),
  link: link('Link'),
  isOn: toggle('On'),
}

describe('an item of a list', () => {
  test('begins with what its fields begin with', () => {
    expect(newItem(shape)).toMatchObject({ icon: 'check', text: '', link: { label: '', href: '' } })
  })

  test('can be added to every list of every block', () => {
    for (const block of blocks) {
      for (const [name, schema] of Object.entries(block.props.shape)) {
        const inner = itemShape(schema)
        if (Object.keys(inner).length === 0) continue
        const read = block.props.safeParse({ [name]: [newItem(inner)] })
        expect(read.success, `${block.type}.${name}`).toBe(true)
      }
    }
  })

  test('is called by the first words in it', () => {
    expect(titleOf({ icon: 'heart', text: ' Fees up front ' }, shape)).toBe('Fees up front')
    expect(titleOf({ html: '<p>Seen <b>this</b> week</p>' }, shape)).toMatch(/^Seen\s+this\s+week$/)
    expect(titleOf({ link: { label: 'Book', href: '/book' } }, shape)).toBe('Book')
    expect(titleOf({ image: { src: '/media/front.jpg?w=2', alt: '' } }, shape)).toBe('front.jpg')
    expect(titleOf({ image: { src: '/a.jpg', alt: 'Front' }, text: 'Fees' }, shape)).toBe('Fees')
    expect(titleOf({ icon: 'heart', isOn: true }, shape)).toBeUndefined()
  })

  test('has the fields its list says', () => {
    expect(Object.keys(itemShape(list('Items', 'Item', shape)))).toEqual(Object.keys(shape))
    expect(itemShape(area('Text'))).toEqual({})
  })
})

describe('moving an item', () => {
  test('puts it where it shall stand in the end', () => {
    expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
    expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b'])
  })

  test('leaves a list alone that has no such item', () => {
    expect(moved(['a'], 3, 0)).toEqual(['a'])
  })
})
