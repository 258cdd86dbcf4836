/** Why a file is not taken, as a sentence for whoever brought it. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
}
