const SAFE_SCHEME = /^(?:https?|mailto|tel):/i
const ANY_SCHEME = /^[^/?#]*:/

/** The address when a page may link to it, otherwise nothing: web, mail and phone addresses, and places on the site itself. */
export function safeHref(address: string): string | undefined {
  // Browsers drop control characters before they read the scheme, so a check that kept them could be fooled.
  const href = address.replace(/\p{Cc}/gu, '').trim()
  if (href === '') return undefined
  return SAFE_SCHEME.test(href) || !ANY_SCHEME.test(href) ? href : undefined
}

/** The address when a page may draw a picture from it, otherwise nothing. */
export function safeSource(address: string): string | undefined {
  const source = safeHref(address)
  return source && !/^(?:mailto:|tel:|[#?])/i.test(source) ? source : undefined
}

/** A number as people write it, as an address a phone can call. */
/** A telephone number as it is read: in one piece. */
export const phoneText = (phone: string): string => phone.replaceAll(' ', '\u00a0')

export const phoneHref = (phone: string): string => `tel:${phone.replace(/[^+\d]/g, '')}`
