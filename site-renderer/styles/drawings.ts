const files = import.meta.glob<string>('../public/_dde/art/*-hero.svg', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The drawings templates begin with, by the address pages name them by. */
export const drawings: Record<string, string> = Object.fromEntries(
  Object.entries(files).map(([path, drawing]) => [path.replace('../public', ''), drawing]),
)
