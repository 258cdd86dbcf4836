import {
  type Attribute,
  type AttributeContext,
  clip,
  lengths,
  mapped,
  matching,
  type Source,
  title,
} from './attribute-values.ts'

const MAX_CANDIDATES = 12

/** A picture that loads when it comes into view; undefined without a usable address. */
export function image(source: Source, context: AttributeContext): Attribute[] | undefined {
  const src = mapped(source.get('src'), 'image', context)
  if (src === undefined) return undefined
  return [
    ['src', src],
    ...sourceSet(source, context),
    ['alt', clip(source.get('alt') ?? '', 1000)],
    ...title(source),
    ...lengths(source),
    ['loading', 'lazy'],
    ['decoding', 'async'],
  ]
}

function sourceSet(source: Source, context: AttributeContext): Attribute[] {
  const candidates: string[] = []
  for (const [address, size] of candidatesOf(source.get('srcset') ?? '')) {
    const url = mapped(address, 'image', context)
    if (url === undefined || !/^(?:\d{1,5}w|\d{1,2}(?:\.\d{1,3})?x)?$/.test(size)) continue
    candidates.push(`${url.replaceAll(',', '%2C')} ${size}`.trim())
    if (candidates.length === MAX_CANDIDATES) break
  }
  if (candidates.length === 0) return []
  return [['srcset', candidates.join(', ')], ...matching(source, 'sizes', /^[a-z0-9().,:%\s-]{1,300}$/i)]
}

/** Address and descriptor of each candidate; an address that ends with a comma has no descriptor. */
function* candidatesOf(srcset: string): Generator<[string, string]> {
  const candidate = /[\s,]*(?:(\S*[^\s,]),+(?=\s|$)|(\S+)([^,]*))/y
  const text = srcset.slice(0, 20_000).trim()
  for (let found = candidate.exec(text); found; found = candidate.exec(text))
    yield [found[1] ?? found[2] ?? '', (found[3] ?? '').trim()]
}
