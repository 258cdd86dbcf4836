import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProblem } from '#tests/contract/problems.ts'
import { browse } from '#tests/edge/browse.ts'
import { type Agency, createWorld, eventually, type World } from '#tests/stack/world.ts'

let world: World
let agency: Agency
beforeAll(async () => {
  world = await createWorld()
  agency = await world.agency()
})
afterAll(() => world.close())

describe('the templates', () => {
  test('are listed with what they are for', async () => {
    const { body } = await agency.owner.call('GET', '/templates')
    expect(body.items.length).toBeGreaterThanOrEqual(13)
    for (const { preview, category, pages } of body.items) {
      expect(preview).toMatch(/^\/_dde\/art\/preview-[a-z]+\.webp$/)
      expect(category).toBeTruthy()
      expect(pages.length).toBeGreaterThan(0)
    }
  })

  test('can be looked at, page by page, in the name of a business', async () => {
    const { body } = await agency.owner.call('GET', '/templates/chambers?name=Quay%20%26%20Co')
    expect(body.pages.map(({ path }: { path: string }) => path)).toContain('/contact')
    expect(body.canvas.site.business.name).toBe('Quay & Co')
    expect(JSON.stringify(body)).not.toContain('{{')
  })

  test('that do not exist are not found', async () => {
    expectProblem(await agency.owner.call('GET', '/templates/nothing'), 'resource_not_found')
  })

  test('make a website with every form they speak of', async () => {
    const { websiteId } = await world.onboard(agency, {
      clientName: 'Kiln & Co',
      website: { template: 'alcove' },
    })
    const { body } = await agency.owner.call('GET', `/websites/${websiteId}/canvas`)
    expect(body.forms.map(({ slug }: { slug: string }) => slug).sort()).toEqual(['contact', 'newsletter'])
  })

  test('make a website of one page from Blank', async () => {
    const { websiteId } = await world.onboard(agency, {
      clientName: 'Tabula',
      website: { template: 'blank' },
    })
    const { url } = (await agency.owner.call('GET', `/websites/${websiteId}`)).body
    const page = await eventually(async () => {
      const reply = await browse(new URL(url).host, '/')
      return reply.status === 200 ? reply : undefined
    })
    expect(page.text).toContain('<h1')
  })
})
