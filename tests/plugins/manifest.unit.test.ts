import { describe, expect, test } from 'vitest'
import { openingTimes } from '#tests/fixtures/plugins/opening-times.ts'
import {
  ConfigSchema,
  completeConfig,
  configSchemaOf,
  migrateConfig,
} from '#workers/plugins/config-schema.contract.ts'
import {
  describeCapability,
  hostsOf,
  isSensitive,
  PluginManifest,
} from '#workers/plugins/manifest.contract.ts'
import { isDrawn, withoutInactive } from '#workers/plugins/plugin-blocks.contract.ts'
import { PageDocument } from '#workers/sites/page-document.contract.ts'

const { manifest } = openingTimes
const problems = (change: object) =>
  PluginManifest.safeParse({ ...manifest, ...change }).error?.issues.map(({ message }) => message) ?? []

describe('a manifest', () => {
  test('is taken with its defaults filled in', () => {
    const parsed = PluginManifest.parse(manifest)
    expect(parsed).toMatchObject({ configVersion: 1, collections: [], pages: [] })
    expect(hostsOf(parsed)).toEqual(['api.fixture-web.com'])
  })

  test.each([
    'http:localhost',
    'http:127.0.0.1',
    'http:*.example.com',
    'http:example.com:8080',
    'http:example.com/path',
    'http:user@example.com',
    'http:Example.com',
    'everything',
    'http:[::1]',
  ])('cannot ask for %s', (capability) => {
    expect(problems({ capabilities: [...manifest.capabilities, capability] })).not.toEqual([])
  })

  test('cannot bring what it did not declare', () => {
    expect(problems({ capabilities: [] })).toEqual([
      'Bringing blocks takes the capability “blocks”.',
      'Bringing events takes the capability “events”.',
    ])
  })

  test.each(['forms', 'portfolio', 'Com.example', 'com.', 'com..x', 'com.example/x'])(
    'cannot be called %s',
    (id) => expect(problems({ id })).toHaveLength(1),
  )

  test('cannot hold two blocks of one key, a default that does not fit, or anything unknown', () => {
    const [block] = manifest.blocks
    expect(problems({ blocks: [block, block] })).toEqual(['Two blocks have the same key.'])
    expect(
      problems({
        config: { type: 'object', properties: { a: { type: 'integer', title: 'A', default: 1.5 } } },
      }),
    ).toEqual(['The default is not a value this setting takes.'])
    expect(problems({ scripts: ['https://example.com/a.js'] })).toHaveLength(1)
  })

  test('says in words what it may do, and which of that deserves a second look', () => {
    expect(describeCapability('http:api.example.com')).toBe('Exchanges data with api.example.com')
    expect(isSensitive('http:api.example.com')).toBe(true)
    expect(isSensitive('submissions:read')).toBe(true)
    expect(isSensitive('blocks')).toBe(false)
  })
})

describe('settings', () => {
  const schema = ConfigSchema.parse({
    type: 'object',
    properties: {
      mail: { type: 'string', title: 'Mail', format: 'email' },
      count: { type: 'integer', title: 'Count', minimum: 2, maximum: 9 },
      look: { type: 'string', title: 'Look', enum: ['Plain', 'Loud'] },
      isOn: { type: 'boolean', title: 'On', default: true },
    },
    required: ['mail'],
  })

  test('are completed with defaults, and what does not fit is left out', () => {
    expect(completeConfig(schema, { count: 99, look: 'Odd', extra: 1 })).toEqual({
      mail: '',
      count: 2,
      look: 'Plain',
      isOn: true,
    })
  })

  test.each([
    [{ mail: '' }],
    [{ mail: 'nobody' }],
    [{ mail: 'a@b.example', count: 1 }],
    [{ mail: 'a@b.example', look: 'Odd' }],
    [{ mail: 'a@b.example', extra: 1 }],
    [{}],
  ])('%j are refused', (given) => expect(configSchemaOf(schema).safeParse(given).success).toBe(false))

  test('of an older version are brought up step by step', () => {
    const steps = [
      { from: 1, rename: { colour: 'tone' }, drop: [] },
      { from: 2, rename: { tone: 'look' }, drop: ['old'] },
    ]
    expect(migrateConfig({ colour: 'red', old: 1, kept: 2 }, steps, { from: 1, to: 3 })).toEqual({
      look: 'red',
      kept: 2,
    })
    expect(migrateConfig({ tone: 'red' }, steps, { from: 3, to: 3 })).toEqual({ tone: 'red' })
  })
})

describe('a page without a plugin', () => {
  const document = PageDocument.parse({
    version: 1,
    root: ['a', 'b'],
    nodes: {
      a: { type: 'columns', version: 1, props: {}, slots: { first: ['c'], second: ['d'] } },
      b: { type: 'projects', version: 1, props: {} },
      c: { type: 'form', version: 1, props: {} },
      d: { type: 'heading', version: 1, props: {} },
    },
  })

  test('keeps everything else, and is still a page', () => {
    const whole = withoutInactive(document, new Set(['portfolio']))
    expect(PageDocument.safeParse(whole).success).toBe(true)
    expect(Object.keys(whole.nodes).toSorted()).toEqual(['a', 'b', 'd'])
    expect(whole.nodes.a?.slots).toEqual({ first: [], second: ['d'] })
    expect(withoutInactive(document, new Set(['portfolio', 'forms']))).toBe(document)
  })

  test('has no blocks of plugins nobody knows', () => {
    expect(isDrawn({ type: 'plugin', props: { plugin: 'com.example.x' } }, new Set())).toBe(false)
    expect(isDrawn({ type: 'plugin', props: {} }, new Set(['forms']))).toBe(false)
    expect(isDrawn({ type: 'heading', props: {} }, new Set())).toBe(true)
  })
})
