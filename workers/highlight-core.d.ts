/** Only what is used: the library's own types bring the browser's along, which no Worker has. */
declare const highlighter: {
  registerLanguage(name: string, language: unknown): void
  getLanguage(name: string): unknown
  highlight(code: string, options: { language: string; ignoreIllegals: boolean }): { value: string }
}
export default highlighter
