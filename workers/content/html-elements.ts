const of = (names: string): string[] => names.split(' ')

export const INLINE = new Set(
  of(
    'a abbr audio b bdi bdo br cite code del em i iframe img ins kbd mark q ruby s samp small source span strong sub sup time u var video wbr',
  ),
)
export const BLOCKS = new Set(
  of('blockquote details div dl figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'),
)
/** Elements that mean something only inside a parent of theirs. */
export const PARENTS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    li: 'ul ol',
    dt: 'dl',
    dd: 'dl',
    figcaption: 'figure',
    summary: 'details',
    rt: 'ruby',
    rp: 'ruby',
    source: 'audio video',
    caption: 'table',
    colgroup: 'table',
    col: 'colgroup table',
    thead: 'table',
    tbody: 'table',
    tfoot: 'table',
    tr: 'thead tbody tfoot table',
    td: 'tr thead tbody tfoot table',
    th: 'tr thead tbody tfoot table',
  }).map(([part, parents]) => [part, new Set(of(parents))]),
)
export const VOIDS = new Set(of('br col hr img source wbr'))
export const HEADINGS = new Set(of('h1 h2 h3 h4 h5 h6'))
export const CELLS = new Set(of('td th caption'))
export const TABLE_PARTS = new Set(of('table caption colgroup col thead tbody tfoot tr td th'))
export const LISTS = new Set(of('ul ol'))
/** What holds a line of text and no blocks. */
export const LINES = new Set(of('h1 h2 h3 h4 h5 h6 pre summary'))
/** What an item or an inline end tag does not reach across. */
export const CONTAINERS = new Set(
  of('blockquote caption dd details dl dt figcaption figure li ol section table td th ul'),
)

/** Removed together with everything in them. */
export const REMOVED = new Set(
  of(
    'script style noscript template object embed applet svg math head link meta base title input button select textarea option optgroup datalist output label legend progress meter keygen frame frameset noframes noembed param track area canvas portal bgsound isindex basefont',
  ),
)
/** Those of the removed that have no content and therefore no end. */
export const REMOVED_VOIDS = new Set(
  of('embed link meta base input keygen frame param track area bgsound isindex basefont'),
)
export const FOREIGN = new Set(of('svg math'))

/** Unwrapped, but their text does not run into the text around them. */
export const BOUNDARIES = new Set(
  of(
    'address article aside body center dialog fieldset footer form header hgroup html listing main map marquee nav plaintext search xmp',
  ),
)
export const RENAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({ strike: 's', acronym: 'abbr', tt: 'code', image: 'img', menu: 'ul', dir: 'ul' }),
)
/** What a comment of a visitor may hold. */
export const COMMENT_ELEMENTS = new Set(
  of('a abbr b blockquote br cite code del em i ins kbd li ol p pre q s strong sub sup u ul wbr'),
)

const INLINE_PARTS = new Set(of('rt rp source col colgroup'))

/** Whether text before and after it stands on lines of its own. */
export const isBlockLevel = (name: string): boolean =>
  BLOCKS.has(name) || BOUNDARIES.has(name) || (PARENTS.has(name) && !INLINE_PARTS.has(name))
