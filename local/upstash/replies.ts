/** A simple status such as OK, which scripts and encoders treat unlike a string. */
export type Status = { readonly status: string }

export type Reply = string | number | null | Status | Reply[]

export const OK: Status = { status: 'OK' }

/** A refusal in Redis's own words. */
export class RedisError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RedisError'
  }
}

export type JsonReply = string | number | null | JsonReply[]

/** A reply as the REST API prints it; with Base64 every string is encoded but a lone OK. */
export function toJson(reply: Reply, isBase64: boolean): JsonReply {
  if (typeof reply === 'number' || reply === null) return reply
  if (Array.isArray(reply))
    return reply.map((item) => (item === OK ? encode('OK', isBase64) : toJson(item, isBase64)))
  if (typeof reply === 'string') return encode(reply, isBase64)
  return reply.status === 'OK' ? 'OK' : encode(reply.status, isBase64)
}

function encode(text: string, isBase64: boolean): string {
  return isBase64 ? Buffer.from(text).toString('base64') : text
}
