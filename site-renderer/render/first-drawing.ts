const FIRST = /<img src="(\/_dde\/art\/[\w-]+\.svg)"(?=[^>]*fetchpriority="high")/

/**
 * The page with the drawing it begins with carried in itself: the largest thing a visitor waits for then comes with the page.
 */
export function carryFirstDrawing(html: string, drawings: Readonly<Record<string, string>> = {}): string {
  return html.replace(FIRST, (whole, path: string) => {
    const drawing = drawings[path]
    return drawing === undefined ? whole : `<img src="${dataAddress(drawing)}"`
  })
}

/** An SVG as an address. What an attribute and an address may not hold is escaped, the rest stays readable and packs well. */
const dataAddress = (svg: string): string =>
  `data:image/svg+xml,${svg.replaceAll('"', "'").replace(/[%#<>&\n]/g, encodeURIComponent)}`
