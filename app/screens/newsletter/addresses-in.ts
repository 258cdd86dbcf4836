const ADDRESS = /[^\s,;<>"'()]+@[^\s,;<>"'()@]+\.[^\s,;<>"'()@.]{2,}/g

/** Every address in a text, whatever stands around it, each once. */
export const addressesIn = (text: string): string[] => [
  ...new Map([...text.matchAll(ADDRESS)].map(([address]) => [address.toLowerCase(), address])).values(),
]
