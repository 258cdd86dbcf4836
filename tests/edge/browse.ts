import { type IncomingHttpHeaders, request } from 'node:http'
import { inject } from 'vitest'

export interface Reply {
  status: number
  headers: IncomingHttpHeaders
  bytes: Buffer
  text: string
  // biome-ignore lint/suspicious/noExplicitAny: Tests look into answers of every kind.
  json(): any
}

interface Asking {
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** A request to any host of the product, as a browser makes it, with everything that came back. */
export function browse(
  host: string,
  path: string,
  { method = 'GET', headers = {}, body }: Asking = {},
): Promise<Reply> {
  const { port } = inject('stack')
  const length: Record<string, string> =
    body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }
  return new Promise((done, fail) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...length, ...headers, host }, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          const bytes = Buffer.concat(chunks)
          const text = bytes.toString()
          done({
            status: response.statusCode ?? 0,
            headers: response.headers,
            bytes,
            text,
            json: () => JSON.parse(text),
          })
        })
      },
    )
    outgoing.on('error', fail)
    outgoing.end(body)
  })
}

/** A visitor's form, as a browser posts it. */
export const submit = (host: string, path: string, values: Record<string, string>) =>
  browse(host, path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(values).toString(),
  })
