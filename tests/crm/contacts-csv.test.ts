import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { type Agency, createWorld, type World } from '#tests/stack/world.ts'

let world: World
let agency: Agency
let clientId: string
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
  clientId = await world.client(agency, 'Harbor, "Dental"')
})
afterAll(() => world.close())

const add = (body: object) => agency.owner.call('POST', `/crm/contacts?clientId=${clientId}`, body)
const csv = (query = '') => agency.owner.call('GET', `/crm/contacts.csv${query}`)

describe('contacts as CSV', () => {
  test('hold a line for each, newest first, quoted where it must be', async () => {
    await add({
      email: 'ada@people.test',
      firstName: 'Ada',
      lastName: 'O’Neil, "Countess"',
      tags: ['a', 'b'],
    })
    await add({ firstName: 'Two\nlines', company: 'Ünïcode 社' })
    const { status, headers, body } = await csv()
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="contacts.csv"')
    const [header, ...lines] = body.split('\r\n')
    expect(header).toBe('Email,First name,Last name,Phone,Company,Tags,Source,Client,Created')
    expect(lines[0]).toMatch(/^,"Two\nlines",,,Ünïcode 社,,api,"Harbor, ""Dental""",2\d{3}-/)
    expect(lines[1]).toMatch(
      /^ada@people\.test,Ada,"O’Neil, ""Countess""",,,"a, b",api,"Harbor, ""Dental""",/,
    )
    expect(lines.at(-1)).toBe('')
  })

  test('run nothing in a spreadsheet: a cell that begins like a formula is text, a number stays one', async () => {
    const formulas = ['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '=HYPERLINK("http://evil.example")']
    for (const firstName of formulas) await add({ firstName, phone: '+49 (30) 123-45' })
    const { body } = await csv('?search=')
    for (const formula of formulas.slice(0, 2)) expect(body).toContain(`'${formula}`)
    expect(body).not.toMatch(/(^|,|\n)"?[=@]/)
    expect(body).toMatch(/,'?\+49 \(30\) 123-45,/)
  })

  test('hold what the same filters show as a list', async () => {
    await add({ firstName: 'Filtered', tags: ['only-this'] })
    const { body } = await csv('?tag=only-this')
    expect(body.trim().split('\r\n')).toHaveLength(2)
    expect((await csv('?tag=nobody')).body.trim().split('\r\n')).toHaveLength(1)
    for (const query of ['?clientId=x', '?surprise=1', '?search=%00']) {
      const answer = await csv(query)
      expect(answer.status, query).toBe(400)
      expectProblem(answer, 'invalid_input')
    }
  })

  test('hold nothing of others, whoever asks', async () => {
    const stranger = await world.agency()
    const { body } = await stranger.owner.call('GET', `/crm/contacts.csv?clientId=${clientId}`)
    expect(body.trim().split('\r\n')).toHaveLength(1)
    const other = await world.client(agency)
    const person = await world.person({ tenantId: agency.tenantId, clientId: other, role: 'client_admin' })
    expectProblem(await person.call('GET', `/crm/contacts.csv?clientId=${clientId}`), 'resource_not_found')
    expect((await person.call('GET', '/crm/contacts.csv')).body.trim().split('\r\n')).toHaveLength(1)
  })

  test('come whole when there are more than are read at a time', async () => {
    const many = await world.agency()
    await world.db.query(
      `insert into contacts (id, tenant_id, client_id, first_name) select uuidv7(), $1, $1, 'Many ' || n from generate_series(1, 2345) n`,
      [many.tenantId],
    )
    const { body } = await many.owner.call('GET', '/crm/contacts.csv')
    const names = body
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line: string) => line.split(',')[1])
    expect(new Set(names).size).toBe(2345)
  })
})
