import { MAX_UPLOAD_BYTES } from '#workers/assets/uploads.contract.ts'
import type { AnyEndpoint } from '#workers/core/endpoint.contract.ts'
import { sampleBody, schemaOf } from './sample-request.ts'

/** One thing wrong with an otherwise good request. */
export interface BadBody {
  what: string
  body: string
  contentType?: string
}

const json = JSON.stringify
const DEEP = 10_000
/** Most an ordinary column of numbers holds. */
const MAX_INTEGER = 2 ** 31 - 1

/** What is wrong whatever the schema says. */
function unreadable(good: string): BadBody[] {
  return [
    { what: 'nothing at all', body: '' },
    { what: 'half of a body', body: good.slice(0, -1) },
    { what: 'two bodies', body: good + good },
    { what: 'a trailing comma', body: good.replace(/\}$/, ',}') },
    { what: 'no JSON', body: 'name=value' },
    { what: 'another type of content', body: good, contentType: 'text/plain' },
    { what: 'a form', body: good, contentType: 'application/x-www-form-urlencoded' },
    { what: 'a type of content that only begins alike', body: good, contentType: 'application/jsonp' },
    { what: 'no type of content', body: good, contentType: '' },
    ...['null', 'true', '0', '""', '"text"', '[]', `[${good}]`].map((body) => ({
      what: `only ${body.slice(0, 20)}`,
      body,
    })),
    { what: 'arrays within arrays', body: '['.repeat(DEEP) + ']'.repeat(DEEP) },
    { what: 'objects within objects', body: `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}` },
  ]
}

/** What is wrong with one field, or with one more. */
function misfits(sample: Record<string, unknown>): BadBody[] {
  const change = (what: string, text: string) => ({ what, body: text })
  const put = (name: string, value: string) =>
    json({ ...sample, [name]: '\u0001' }).replace(json('\u0001'), () => value)
  const nested = '['.repeat(DEEP) + ']'.repeat(DEEP)
  return [
    change('an unknown field', json({ ...sample, surprise: 1 })),
    change('a field with no name', json({ ...sample, '': 1 })),
    change('a prototype', put('__proto__', '{"isAdmin":true}')),
    change('a constructor', put('constructor', '{"prototype":{"isAdmin":true}}')),
    ...Object.keys(sample).flatMap((name) => [
      change(`${name} without a value`, put(name, 'null')),
      change(`${name} of another type`, put(name, typeof sample[name] === 'object' ? '"text"' : '{"a":1}')),
      change(`${name} as deep as it goes`, put(name, nested)),
      change(`${name} beyond all numbers`, put(name, '1e999')),
      change(`${name} with a NUL character`, put(name, '"\\u0000"')),
      change(`${name} with half of a character`, put(name, '"\\ud800"')),
    ]),
    ...Object.keys(sample)
      .filter((name) => typeof sample[name] === 'number')
      .flatMap((name) =>
        ['-1e400', '9007199254740993', `${MAX_INTEGER + 1}`, '0.5', '-0.1'].map((value) =>
          change(`${name} = ${value}`, put(name, value)),
        ),
      ),
  ]
}

/** Everything that is wrong with a body for the endpoint. */
export function badBodiesFor(endpoint: AnyEndpoint, known: Record<string, unknown>): BadBody[] {
  const sample = sampleBody(endpoint, known)
  // safe: every body of the contract is an object
  const fields = sample as Record<string, unknown>
  // safe: JSON Schema made by zod
  const properties = (schemaOf(endpoint.body).properties ?? {}) as Record<string, unknown>
  const isNullable = (name: string) => json(properties[name] ?? {}).includes('{"type":"null"}')
  // Files may be larger than what most numbers may be.
  const isHuge = (name: string) => json(properties[name] ?? {}).includes(`"maximum":${MAX_UPLOAD_BYTES}`)
  const isFine = (what: string) =>
    Object.keys(fields).some(
      (name) =>
        (isNullable(name) && what === `${name} without a value`) ||
        (isHuge(name) && what === `${name} = ${MAX_INTEGER + 1}`),
    )
  return [...unreadable(json(fields)), ...misfits(fields)].filter(({ what }) => !isFine(what))
}
