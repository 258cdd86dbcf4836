import type { Person } from '#tests/stack/world.ts'

/** Fields of the dishes of a restaurant: one of most kinds. */
export const dishFields = [
  { key: 'name', label: 'Name', kind: 'text', isRequired: true, max: 80 },
  { key: 'number', label: 'Number', kind: 'number', isUnique: true, isWhole: true, min: 1 },
  { key: 'price', label: 'Price', kind: 'money', currency: 'EUR', min: 0 },
  {
    key: 'course',
    label: 'Course',
    kind: 'choice',
    options: [
      { value: 'starter', label: 'Starter' },
      { value: 'main', label: 'Main course' },
    ],
  },
  {
    key: 'tags',
    label: 'Tags',
    kind: 'choice',
    isMany: true,
    options: [
      { value: 'vegan', label: 'Vegan' },
      { value: 'hot', label: 'Hot' },
    ],
  },
  { key: 'text', label: 'Text', kind: 'html' },
  { key: 'since', label: 'Since', kind: 'date' },
  { key: 'photo', label: 'Photo', kind: 'picture' },
  {
    ...{ key: 'sizes', label: 'Sizes', kind: 'group' },
    fields: [
      { key: 'name', label: 'Name', kind: 'text', isRequired: true },
      { key: 'grams', label: 'Grams', kind: 'number' },
    ],
  },
]

type AnyEntry = {
  id: string
  title: string
  slug: string
  // biome-ignore lint/suspicious/noExplicitAny: Tests look into values of every kind.
  data: any
  version: number
  related: Record<string, string>
}

/** Entries of a collection, as a list answers them. */
export async function entriesOf(person: Person, path: string, query = ''): Promise<AnyEntry[]> {
  const { status, body } = await person.call('GET', `${path}/entries${query}`)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body.items
}
