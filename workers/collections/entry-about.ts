import { plainText } from './entry-words.contract.ts'
import type { FieldKind } from './fields.contract.ts'
import { minorDigits } from './format-value.contract.ts'
import { type PublishedCollection, type PublishedEntry, pictureIn } from './published-entries.contract.ts'

/** What an entry is in the words of https://schema.org, as far as its collection's icon and fields tell. */
export function aboutEntry(
  { icon, fields }: PublishedCollection,
  entry: PublishedEntry,
): Record<string, unknown> | undefined {
  const held = (...kinds: FieldKind[]) => {
    const field = fields.find(({ kind, key }) => kinds.includes(kind) && entry.values[key] !== undefined)
    return { field, value: field && entry.values[field.key] }
  }
  const picture = pictureIn(held('picture').value)
  const text = held('html', 'longText').value
  const common = {
    name: entry.title,
    ...(text !== undefined && { description: plainText(String(text)).slice(0, 300) }),
    ...(picture && { image: picture.src }),
  }
  switch (icon) {
    case 'team':
      return { '@type': 'Person', ...common, email: held('email').value }
    case 'calendar': {
      const { value: start } = held('dateTime', 'date')
      const place = held('location').value
      return start === undefined
        ? undefined
        : {
            '@type': 'Event',
            ...common,
            startDate: start,
            ...(isPlace(place) && { location: { '@type': 'Place', address: place.address } }),
          }
    }
    case 'product':
    case 'menu': {
      const { field, value } = held('money')
      if (field === undefined) return undefined
      const price = (Number(value) / 10 ** minorDigits(field.currency)).toFixed(minorDigits(field.currency))
      const offers = { '@type': 'Offer', price, priceCurrency: field.currency }
      return { '@type': icon === 'menu' ? 'MenuItem' : 'Product', ...common, offers }
    }
    default:
      return undefined
  }
}

const isPlace = (value: unknown): value is { address: string } =>
  typeof value === 'object' && value !== null && 'address' in value
