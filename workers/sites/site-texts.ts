import type { clients, menus, sites } from '#db/schema/index.ts'
import { formSettingsOf } from '../forms/form-settings.contract.ts'
import type { FormField } from '../forms/published-form.contract.ts'
import { withTexts } from './document-texts.contract.ts'
import type { PageDocument } from './page-document.contract.ts'
import type { SiteContent } from './site-reader.ts'
import type { MenuItem } from './snapshot.contract.ts'

/** What all pages of a site share, and what is said in it. */
export interface SharedContent {
  site: typeof sites.$inferSelect
  clientName: string
  business: typeof clients.$inferSelect.business
  menus: (typeof menus.$inferSelect)[]
  forms: SiteContent['forms']
  terms: SiteContent['terms']
  header: PageDocument
  footer: PageDocument
  sections: ReadonlyMap<string, PageDocument>
  blogTitle: string
}

/** Where on a site a text stands. */
export type TextPlace = 'site' | 'header' | 'footer' | 'section' | 'menu' | 'form' | 'term' | 'business'
type Say = (text: string, place: TextPlace, isHtml?: boolean) => string

/** What a site's pages share, in other words where there are some for what it says in its own language. */
export function translateShared<Content extends SharedContent>(
  content: Content,
  texts: Readonly<Record<string, string>>,
): Content {
  return sayShared(content, (text) => (Object.hasOwn(texts, text) && texts[text]) || text)
}

export interface SharedText {
  source: string
  place: TextPlace
  isHtml: boolean
}

/** Everything that is said in what a site's pages share, each text once. */
export function sharedTextsOf(content: SharedContent): SharedText[] {
  const found = new Map<string, SharedText>()
  sayShared(content, (source, place, isHtml = false) => {
    if (/\p{L}/u.test(source) && !found.has(source)) found.set(source, { source, place, isHtml })
    return source
  })
  return [...found.values()]
}

/** Goes through all that is said, in one fixed order. */
function sayShared<Content extends SharedContent>(content: Content, say: Say): Content {
  const { site, business } = content
  const inDocument = (document: PageDocument, place: TextPlace) =>
    withTexts(document, ({ text, isHtml }) => say(text, place, isHtml))
  return {
    ...content,
    site: {
      ...site,
      name: say(site.name, 'site'),
      tagline: say(site.tagline, 'site'),
    },
    header: inDocument(content.header, 'header'),
    footer: inDocument(content.footer, 'footer'),
    sections: inEach(content.sections, (section) => inDocument(section, 'section')),
    // safe: menus are only written from templates and imports, which are typed
    menus: content.menus.map((menu) => ({ ...menu, items: sayItems(menu.items as MenuItem[], say) })),
    forms: content.forms.map((form) => ({
      ...form,
      // safe: forms are only written through their contract
      fields: form.fields.map((field) => sayField(field as FormField, say)),
      submitLabel: say(form.submitLabel, 'form'),
      settings: saySettings(form.settings, say),
    })),
    blogTitle: say(content.blogTitle, 'term'),
    terms: content.terms.map((term) => ({
      ...term,
      name: say(term.name, 'term'),
      description: say(term.description, 'term'),
    })),
    business: {
      ...business,
      ...(business.address ? { address: say(business.address, 'business') } : {}),
      ...(business.hours ? { hours: say(business.hours, 'business') } : {}),
    },
  }
}

/** Each of some documents changed in one way. */
export const inEach = (
  documents: ReadonlyMap<string, PageDocument>,
  change: (document: PageDocument) => PageDocument,
): ReadonlyMap<string, PageDocument> =>
  new Map([...documents].map(([id, document]) => [id, change(document)]))

const sayItems = (items: MenuItem[], say: Say): MenuItem[] =>
  items.map(({ label, children, ...item }) => ({
    ...{ ...item, label: say(label, 'menu') },
    ...(children ? { children: sayItems(children, say) } : {}),
  }))

/** What is sent stays the same in every language, so that whoever reads the answers understands them. */
function sayField(field: FormField, say: Say): FormField {
  const { label, options, help, placeholder } = field
  const optionLabels = options?.map((option) => say(option, 'form'))
  const isSame = optionLabels?.every((option, at) => option === options?.[at]) ?? true
  return {
    ...field,
    label: say(label, 'form'),
    ...(help ? { help: say(help, 'form') } : {}),
    ...(placeholder ? { placeholder: say(placeholder, 'form') } : {}),
    ...(optionLabels && !isSame ? { optionLabels } : {}),
  }
}

/** What visitors read after sending a form, and in the mail that answers them. */
function saySettings(stored: Record<string, unknown>, say: Say): Record<string, unknown> {
  const settings = formSettingsOf(stored)
  const { after, reply, closedMessage } = settings
  const sayIf = (isSaid: boolean, text: string) => (isSaid && text ? say(text, 'form') : text)
  return {
    ...settings,
    after: { ...after, message: sayIf(after.kind === 'message', after.message) },
    reply: { ...reply, subject: sayIf(reply.isOn, reply.subject), text: sayIf(reply.isOn, reply.text) },
    closedMessage: sayIf(true, closedMessage),
  }
}
