import type { Block } from './block.ts'
import { columns } from './columns/columns.tsx'
import { contactDetails } from './contact-details/contact-details.tsx'
import { cta } from './cta/cta.tsx'
import { faq } from './faq/faq.tsx'
import { features } from './features/features.tsx'
import { footer } from './footer/footer.tsx'
import { form } from './form/form.tsx'
import { gallery } from './gallery/gallery.tsx'
import { hero } from './hero/hero.tsx'
import { image } from './image/image.tsx'
import { logos } from './logos/logos.tsx'
import { navigation } from './navigation/navigation.tsx'
import { pictureText } from './picture-text/picture-text.tsx'
import { posts } from './posts/posts.tsx'
import { priceList } from './price-list/price-list.tsx'
import { pricing } from './pricing/pricing.tsx'
import { richText } from './rich-text/rich-text.tsx'
import { spacer } from './spacer/spacer.tsx'
import { stats } from './stats/stats.tsx'
import { steps } from './steps/steps.tsx'
import { team } from './team/team.tsx'
import { testimonials } from './testimonials/testimonials.tsx'

/** Every block there is, in the order the builder offers them. */
export const blocks: readonly Block[] = [
  hero,
  features,
  pictureText,
  steps,
  stats,
  testimonials,
  cta,
  richText,
  image,
  gallery,
  faq,
  contactDetails,
  form,
  posts,
  team,
  pricing,
  priceList,
  logos,
  columns,
  spacer,
  navigation,
  footer,
]

const byType = new Map(blocks.map((block) => [block.type, block]))

export const findBlock = (type: string): Block | undefined => byType.get(type)
