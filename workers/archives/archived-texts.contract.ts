import * as z from 'zod'

export const Line = (max: number) => z.string().max(max)
export const Slug = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s/?#]+$/, 'A slug holds no spaces, slashes, question marks or hashes.')
export const Locale = z.string().regex(/^[a-zA-Z0-9-]{2,35}$/)
/** Empty for the site's own language. */
export const Language = z.union([z.literal(''), Locale])
