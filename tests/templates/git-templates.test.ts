import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, eventually, runToEnd, type World } from '#tests/stack/world.ts'

const url = 'https://git.fixture-web.com/agency/practice.git'
let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

const fetchAt = (gitRef: string) =>
  agency.owner.call('POST', '/agency-templates', { template_git_url: url, gitRef })

/** The sentence a run ended with. */
const failureOf = (runId: string) =>
  eventually(async () => {
    const { body } = await agency.owner.call('GET', `/runs/${runId}`)
    return body.status === 'failed' ? JSON.stringify(body.steps) : undefined
  }, 30_000)

describe('a template in a git repository', () => {
  test('is read at a commit, with its files and without what could act', async () => {
    const { owner } = agency
    const { status, body } = await fetchAt('main')
    expect(status).toBe(202)
    await runToEnd(owner, body.runId)
    const { body: template } = await owner.call('GET', `/agency-templates/${body.templateId}`)
    expect(template).toMatchObject({
      ...{ name: 'Practice from git', source: 'git', template_git_url: url, gitRef: 'main' },
      versions: [{ number: 1, origin: 'a'.repeat(40), isCurrent: true }],
    })
    const { body: shown } = await owner.call('GET', `/templates/${body.templateId}`)
    const { a, b } = shown.pages[0].document.nodes
    expect(b.props.html).toBe('<p>Hello</p>')
    const picture = await fetch(world.origin + a.props.picture.src, {
      headers: { authorization: `Bearer ${owner.token}` },
    })
    expect(picture.headers.get('content-type')).toBe('image/png')
    const made = await world.onboard(agency, { clientName: 'Git', website: { template: body.templateId } })
    const { rows } = await world.db.query('select file_name from assets where site_id = $1', [made.websiteId])
    expect(rows).toEqual([{ file_name: 'door.png' }])
  })

  test('that holds nothing newer stays as it is; a newer commit waits to be compared and chosen', async () => {
    const { owner } = agency
    const { body } = await fetchAt('main')
    await runToEnd(owner, body.runId)
    const path = `/agency-templates/${body.templateId}`
    const again = await owner.call('POST', `${path}/fetches`, {})
    const run = await runToEnd(owner, again.body.runId)
    expect(run.steps.at(-1).message).toContain('Nothing new')
    const newer = await owner.call('POST', `${path}/fetches`, { gitRef: 'next' })
    await runToEnd(owner, newer.body.runId)
    const { body: template } = await owner.call('GET', path)
    expect(template.versions).toMatchObject([
      { number: 2, origin: 'b'.repeat(40), isCurrent: false },
      { number: 1, isCurrent: true },
    ])
    const { body: difference } = await owner.call('GET', `${path}/comparison`)
    expect(difference.parts).toEqual([{ part: 'look', added: [], changed: ['Tagline'], removed: [] }])
  })

  test.each([
    ['gone', 'cannot be read at “gone”'],
    ['empty', 'holds no template.json'],
    ['inside', 'cannot be read at “inside”'],
  ])('that is of no use at “%s” says so', async (ref, sentence) => {
    const { body } = await fetchAt(ref)
    expect(await failureOf(body.runId)).toContain(sentence)
  })

  test.each([
    'http://git.example/a/b',
    'https://user:word@git.example/a/b',
    'https://git.example:8443/a/b',
    'file:///etc/passwd',
    `https://git.example/${'a'.repeat(512)}`,
    'https://git.example/',
  ])('is not looked for at %s', async (template_git_url) => {
    expectProblem(await agency.owner.call('POST', '/agency-templates', { template_git_url }), 'invalid_input')
  })

  test.each(['../main', 'a..b', '-x', 'main branch'])('is not read at “%s”', async (gitRef) => {
    expectProblem(await fetchAt(gitRef), 'invalid_input')
  })
})
