/** Text without halves of characters, which no address or file can be written with. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD')
