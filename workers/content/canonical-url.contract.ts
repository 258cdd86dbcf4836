import * as z from 'zod'

/** Where something was published first, when that is somewhere else. */
export const CanonicalUrl = z
  .url({ protocol: /^https?$/, error: 'Give a full address, like https://example.com/article.' })
  .max(2000)
  .describe('The address search engines shall know it by; its own when left out')
