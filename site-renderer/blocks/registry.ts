import { accordion } from './accordion/accordion.tsx'
import { audio } from './audio/audio.tsx'
import { author } from './author/author.tsx'
import { banner } from './banner/banner.tsx'
import { beforeAfter } from './before-after/before-after.tsx'
import { bento } from './bento/bento.tsx'
import type { Block } from './block.ts'
import { booking } from './booking/booking.tsx'
import { breadcrumbs } from './breadcrumbs/breadcrumbs.tsx'
import { buttonGroup } from './button-group/button-group.tsx'
import { callout } from './callout/callout.tsx'
import { card } from './card/card.tsx'
import { carousel } from './carousel/carousel.tsx'
import { checklist } from './checklist/checklist.tsx'
import { code } from './code/code.tsx'
import { collectionList } from './collection-list/collection-list.tsx'
import { columns } from './columns/columns.tsx'
import { comparison } from './comparison/comparison.tsx'
import { contactCards } from './contact-cards/contact-cards.tsx'
import { contactDetails } from './contact-details/contact-details.tsx'
import { countdown } from './countdown/countdown.tsx'
import { cta } from './cta/cta.tsx'
import { divider } from './divider/divider.tsx'
import { downloads } from './downloads/downloads.tsx'
import { embed } from './embed/embed.tsx'
import { events } from './events/events.tsx'
import { faq } from './faq/faq.tsx'
import { featureList } from './feature-list/feature-list.tsx'
import { featuredPost } from './featured-post/featured-post.tsx'
import { features } from './features/features.tsx'
import { footer } from './footer/footer.tsx'
import { form } from './form/form.tsx'
import { gallery } from './gallery/gallery.tsx'
import { grid } from './grid/grid.tsx'
import { heading } from './heading/heading.tsx'
import { hero } from './hero/hero.tsx'
import { heroCards } from './hero-cards/hero-cards.tsx'
import { heroForm } from './hero-form/hero-form.tsx'
import { iconRow } from './icon-row/icon-row.tsx'
import { image } from './image/image.tsx'
import { jobs } from './jobs/jobs.tsx'
import { languageSwitch } from './language-switch/language-switch.tsx'
import { logos } from './logos/logos.tsx'
import { map } from './map/map.tsx'
import { marquee } from './marquee/marquee.tsx'
import { navigation } from './navigation/navigation.tsx'
import { newsletter } from './newsletter/newsletter.tsx'
import { openingHours } from './opening-hours/opening-hours.tsx'
import { pictureText } from './picture-text/picture-text.tsx'
import { plugin } from './plugin/plugin.tsx'
import { popup } from './popup/popup.tsx'
import { postList } from './post-list/post-list.tsx'
import { posts } from './posts/posts.tsx'
import { priceList } from './price-list/price-list.tsx'
import { pricing } from './pricing/pricing.tsx'
import { product } from './product/product.tsx'
import { productList } from './product-list/product-list.tsx'
import { project } from './project/project.tsx'
import { projects } from './projects/projects.tsx'
import { quote } from './quote/quote.tsx'
import { reviews } from './reviews/reviews.tsx'
import { richText } from './rich-text/rich-text.tsx'
import { search } from './search/search.tsx'
import { section } from './section/section.tsx'
import { services } from './services/services.tsx'
import { socialLinks } from './social-links/social-links.tsx'
import { spacer } from './spacer/spacer.tsx'
import { stats } from './stats/stats.tsx'
import { steps } from './steps/steps.tsx'
import { table } from './table/table.tsx'
import { tabs } from './tabs/tabs.tsx'
import { team } from './team/team.tsx'
import { testimonials } from './testimonials/testimonials.tsx'
import { timeline } from './timeline/timeline.tsx'
import { video } from './video/video.tsx'

/** Every block there is, in the order the builder offers them. */
export const blocks: readonly Block[] = [
  hero,
  heroCards,
  heroForm,
  features,
  featureList,
  bento,
  pictureText,
  steps,
  timeline,
  tabs,
  stats,
  testimonials,
  reviews,
  marquee,
  cta,
  heading,
  richText,
  quote,
  accordion,
  faq,
  callout,
  table,
  code,
  buttonGroup,
  author,
  image,
  gallery,
  projects,
  project,
  carousel,
  video,
  audio,
  beforeAfter,
  embed,
  downloads,
  checklist,
  iconRow,
  collectionList,
  logos,
  services,
  pricing,
  comparison,
  priceList,
  productList,
  product,
  booking,
  team,
  events,
  countdown,
  jobs,
  contactDetails,
  contactCards,
  openingHours,
  map,
  socialLinks,
  posts,
  featuredPost,
  postList,
  form,
  newsletter,
  navigation,
  breadcrumbs,
  search,
  languageSwitch,
  banner,
  columns,
  grid,
  card,
  popup,
  divider,
  spacer,
  section,
  plugin,
  footer,
]

const byType = new Map(blocks.map((block) => [block.type, block]))

export const findBlock = (type: string): Block | undefined => byType.get(type)
