/** Why an export file, or a part of it, cannot be read. */
export type WxrProblemCode =
  | 'empty'
  | 'compressed'
  | 'unsupported_encoding'
  | 'not_xml'
  | 'not_rss'
  | 'not_wxr'
  | 'forbidden_declaration'
  | 'malformed'
  | 'truncated'
  | 'too_large'

/** A problem of the file; its message is fit for whoever chose the file. */
export class WxrProblem extends Error {
  readonly code: WxrProblemCode

  constructor(code: WxrProblemCode, message: string) {
    super(message)
    this.name = 'WxrProblem'
    this.code = code
  }
}

/** What is wrong with one item that could be read all the same. */
export interface ItemProblem {
  code: 'missing_id' | 'missing_type' | 'bad_date' | 'bad_number' | 'too_complex'
  message: string
}
