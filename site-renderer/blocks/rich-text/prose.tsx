/** Long text, set to be read. The HTML has been made safe by allow-list when it was written. */
export function Prose({ html, ...rest }: { html: string }) {
  if (!html) return null
  return <div class="prose" dangerouslySetInnerHTML={{ __html: html }} {...rest} />
}

const TABLE = /<table(?=[\s>])/gi
const TABLE_END = /<\/table>/gi

/** Makes written HTML fit the page around it: the page has its h1 already, and what is wide scrolls on its own, by keyboard too. */
export function fitHtml(html: string): string {
  const fitted = html
    .replace(/<(\/?)h1(?=[\s>])/gi, '<$1h2')
    .replace(/<pre(?=[\s>])(?![^>]*\stabindex=)/gi, '<pre tabindex="0"')
  if (fitted.match(TABLE)?.length !== fitted.match(TABLE_END)?.length) return fitted
  return fitted.replace(TABLE, '<div class="scroll" tabindex="0"><table').replace(TABLE_END, '</table></div>')
}
