import { describeCause, log } from './log.ts'

/** Text as it comes, as a body. Its status is sent by then: what goes wrong halfway breaks the body off, and the log says why. */
export function textStream(source: AsyncGenerator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { value, done } = await source.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value))
      } catch (error) {
        log('error', 'An answer broke off.', describeCause(error))
        controller.error(new Error('The answer broke off.'))
      }
    },
    cancel: async () => {
      await source.return()
    },
  })
}
