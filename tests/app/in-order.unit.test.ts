import { expect, test } from 'vitest'
import { createInOrder } from '#app/screens/languages/in-order.ts'

/** A piece of work that ends when it is told to. */
function held(log: string[], name: string) {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const work = () => {
    log.push(`${name} begins`)
    return promise.then(() => void log.push(`${name} ends`))
  }
  return { work, resolve, reject }
}
const turn = () => new Promise((done) => setTimeout(done))

test('what comes after waits for what is still being saved', async () => {
  const log: string[] = []
  const inOrder = createInOrder()
  const [save, publish] = [held(log, 'save'), held(log, 'publish')]
  const saved = inOrder.run(save.work)
  const published = inOrder.after(publish.work)
  await turn()
  expect(log).toEqual(['save begins'])
  save.resolve()
  publish.resolve()
  await Promise.all([saved, published])
  expect(log).toEqual(['save begins', 'save ends', 'publish begins', 'publish ends'])
})

test('what comes after does not begin when a save failed, and is told why; the next try begins afresh', async () => {
  const inOrder = createInOrder()
  const failed = inOrder.run(() => Promise.reject(new Error('Offline')))
  await expect(inOrder.after(async () => 'published')).rejects.toThrow('Offline')
  await expect(failed).rejects.toThrow('Offline')
  expect(await inOrder.after(async () => 'published')).toBe('published')
})

test('a save that failed does not keep the next one back', async () => {
  const inOrder = createInOrder()
  await expect(inOrder.run(() => Promise.reject(new Error('Offline')))).rejects.toThrow()
  expect(await inOrder.run(async () => 'saved')).toBe('saved')
})
