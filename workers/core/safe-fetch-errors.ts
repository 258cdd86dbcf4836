/** An address that is never fetched, because it may lead into a private network or is no plain web address. */
export class UnsafeUrl extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UnsafeUrl'
  }
}

/** A download that did not succeed; trying again later may. */
export class FetchFailed extends Error {
  constructor(message: string, options?: { cause: unknown }) {
    super(message, options)
    this.name = 'FetchFailed'
  }
}
