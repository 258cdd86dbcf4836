import { Hono } from 'hono'

/** The least a Worker can do: text of as many bytes as the path says, the same each time. */
const app = new Hono()
const texts = new Map<string, string>()

app.get('/:bytes', (http) => {
  const bytes = http.req.param('bytes')
  const text = texts.get(bytes) ?? new TextDecoder().decode(new Uint8Array(Number(bytes)).fill(97))
  texts.set(bytes, text)
  return http.text(text)
})

export default { fetch: app.fetch }
