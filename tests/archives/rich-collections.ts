import { samplePicture } from '#tests/assets/sample-pictures.ts'
import { uploadedAsset } from '#tests/assets/upload.ts'
import { dishFields } from '#tests/collections/dishes.ts'
import type { ApiAnswer, Person } from '#tests/stack/world.ts'

/** Collections that use all there is: relations there and back, files, pages of their own, visitors' entries, a plugin. */
export async function addRichCollections({ call }: Person, websiteId: string): Promise<void> {
  const ok = async (answer: Promise<ApiAnswer>) => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`)
    return body
  }
  const base = `/websites/${websiteId}`
  const photo = await uploadedAsset({ call }, websiteId, 'soup.png', await samplePicture('png'))
  const picture = {
    src: photo.url ?? `/_dde/files/${photo.id}/soup.png`,
    alt: 'A bowl of soup',
    width: 64,
    height: 48,
  }
  const name = { key: 'name', label: 'Name', kind: 'text', isRequired: true }
  await ok(
    call('POST', `${base}/collections`, {
      ...{ name: 'Cooks', singular: 'Cook', key: 'cooks', icon: 'team', isPublic: false, fields: [name] },
    }),
  )
  const dishes = await ok(
    call('POST', `${base}/collections`, {
      ...{ name: 'Dishes', singular: 'Dish', key: 'dishes', icon: 'menu' },
      fields: [
        ...dishFields,
        { key: 'cook', label: 'Cook', kind: 'relation', collection: 'cooks' },
        { key: 'with', label: 'Goes with', kind: 'relation', collection: 'dishes', isMany: true },
      ],
    }),
  )
  const add = (key: string, data: object, more = {}) =>
    ok(call('POST', `${base}/collections/${key}/entries`, { data, status: 'published', ...more }))
  const ada = await add('cooks', { name: 'Ada' })
  const tart = await add('dishes', { name: 'Tart', number: 2, price: 900, course: 'main', cook: ada.id })
  const draft = await add('dishes', { name: 'Not ready' }, { status: 'draft' })
  const soup = await add('dishes', {
    ...{ name: 'Soup', number: 1, price: 650, course: 'starter', tags: ['vegan', 'hot'], photo: picture },
    ...{ text: `<p>With <em>leeks</em>. <img src="${picture.src}" alt="Leeks"></p>`, since: '2026-03-01' },
    ...{ sizes: [{ name: 'Large', grams: 400 }], cook: ada.id, with: [tart.id, draft.id] },
  })
  const { version } = await ok(call('GET', `${base}/collections/dishes/entries/${tart.id}`))
  await ok(
    call('PATCH', `${base}/collections/dishes/entries/${tart.id}`, { data: { with: [soup.id] }, version }),
  )
  await ok(call('POST', `${base}/collections/dishes/entry-moves`, { ids: [soup.id], beforeId: tart.id }))
  await ok(
    call('PATCH', `${base}/collections/dishes`, {
      ...{ takesEntries: true, askedFields: ['name', 'course'], version: dishes.version },
    }),
  )
  await ok(call('POST', `${base}/collections/dishes/template`))
  await ok(
    call('PUT', `${base}/plugins/portfolio`, {
      isActive: true,
      config: { order: 'By name', hasDetails: true },
    }),
  )
  await add('projects', { name: 'A bridge', category: 'Wood', client: 'The town', picture })
}
