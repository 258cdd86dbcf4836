import { request } from 'node:http'

export interface Answer {
  status: number
  body: string
}

/** A request to a host of the product. Node's fetch would not let us name the host, and does not know *.localhost. */
export function send(
  port: number,
  options: { method: string; host: string; path: string; headers?: Record<string, string>; body?: string },
): Promise<Answer> {
  const { method, host, path, headers = {}, body } = options
  return new Promise((done, fail) => {
    const outgoing = request(
      { host: '127.0.0.1', port, method, path, headers: { ...headers, host } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          done({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() }),
        )
      },
    )
    outgoing.on('error', fail)
    outgoing.end(body)
  })
}

/** Calls the API as the person a token belongs to; throws unless it succeeds. */
export async function callApi<T>(
  origin: string,
  token: string | undefined,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      origin,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`)
  // safe: the contract of the endpoint called
  return (text ? JSON.parse(text) : undefined) as T
}
