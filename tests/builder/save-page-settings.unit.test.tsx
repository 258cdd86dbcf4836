import { afterEach, describe, expect, test, vi } from 'vitest'
import { pageDraftOf } from '#app/screens/builder/page-draft.ts'
import { savePageSettings } from '#app/screens/builder/save-page-settings.ts'

const settings = { title: 'Fees', path: '/fees', status: 'published' as const, seo: {} }
const shown = pageDraftOf(settings)
const draft = { ...shown, title: 'What it costs' }

afterEach(() => vi.unstubAllGlobals())

/** A page on a server: `onWrite` may change it, or refuse, before a write is looked at. */
function serve(
  page: typeof settings & { version: number },
  onWrite: (page: { version: number }) => string | undefined,
) {
  const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
  const refuse = (message: string) => answer(409, { error: { code: 'conflict', message, statusCode: 409 } })
  const ask = vi.fn(async (_url: string, init: RequestInit) => {
    if (init.method === 'GET') return answer(200, page)
    const refusal = onWrite(page)
    const body = JSON.parse(String(init.body))
    if (refusal) return refuse(refusal)
    if (body.version !== page.version) return refuse('Someone else was faster.')
    return answer(200, { ...page, ...body, version: page.version + 1 })
  })
  vi.stubGlobal('fetch', ask)
  return ask
}

describe('saving the settings of a page', () => {
  test('goes through although blocks of the page are saved at the same moment', async () => {
    let edits = 2
    serve({ ...settings, version: 7 }, (page) => {
      if (edits > 0) page.version += 1
      edits -= 1
      return undefined
    })
    const answer = await savePageSettings('p', shown, draft)
    expect(answer).toMatchObject({ saved: { title: 'What it costs', version: 10 } })
  })

  test('overwrites nothing that someone else has said meanwhile', async () => {
    const ask = serve({ ...settings, title: 'Prices', version: 8 }, () => undefined)
    const answer = await savePageSettings('p', shown, draft)
    expect(answer).toMatchObject({ theirs: { title: 'Prices' } })
    expect(ask).toHaveBeenCalledTimes(1)
  })

  test('tells of an address that is taken at the field of the address', async () => {
    const taken = 'path: Another page stands at /contact already.'
    serve({ ...settings, version: 7 }, () => taken)
    const saving = savePageSettings('p', shown, { ...shown, path: '/contact' })
    await expect(saving).rejects.toMatchObject({ code: 'invalid_input', message: taken })
  })

  test('gives up when the page never comes to rest', async () => {
    serve({ ...settings, version: 7 }, (page) => {
      page.version += 1
      return undefined
    })
    await expect(savePageSettings('p', shown, draft)).rejects.toMatchObject({ code: 'conflict' })
  })
})
