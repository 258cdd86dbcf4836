const sample = (name: string, alt: string) => ({
  src: `/_dde/art/sample-${name}.svg`,
  alt,
  width: 1200,
  height: 750,
})

/** Drawings that stand in a block that was just added, until a picture of one's own replaces them. */
export const samples = {
  bare: sample('before', 'A bare room with a stepladder'),
  furnished: sample('after', 'The same room with a sofa, a lamp and pictures'),
  place: sample('place', 'A white house between green hills'),
}
