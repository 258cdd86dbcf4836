/** A picture with its size, so that a page reserves its room. */
export type Drawing = { src: string; alt: string; width: number; height: number }

/** Pictures drawn for one template, by their name and in the size they were drawn. */
export const artOf =
  (template: string) =>
  (name: string, alt = '', width = 1200, height = 900): Drawing => ({
    ...{ src: `/_dde/art/${template}-${name}.svg`, alt },
    ...{ width, height },
  })

/** Covers of posts are three to two. */
export const coversOf = (template: string) => (name: string, alt: string) =>
  artOf(template)(name, alt, 1200, 800)

/** Portraits are square. */
export const portraitsOf = (template: string) => (name: string) => artOf(template)(name, '', 600, 600)
