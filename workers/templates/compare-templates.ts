import type { TemplateFile } from '#db/schema/templates.ts'
import type { TemplateDifference } from './agency-templates.contract.ts'
import type { TemplateContent } from './template-content.contract.ts'

/** A template's content and what it brings, as two of them are compared. */
export interface ComparedTemplate {
  content: TemplateContent
  files: readonly Pick<TemplateFile, 'fileName' | 'contentHash'>[]
}

type Named = readonly (readonly [name: string, value: unknown])[]

/** What somebody would find different: pages, posts, forms, menus, the look, what is around pages, and files. */
export function compareTemplates(from: ComparedTemplate, to: ComparedTemplate): TemplateDifference {
  const [before, after] = [partsOf(from), partsOf(to)]
  const parts = before.map(([part, old], at) => ({ part, ...differ(old, after[at]?.[1] ?? []) }))
  return {
    parts: parts.filter(({ added, changed, removed }) => added.length + changed.length + removed.length > 0),
  }
}

type Part = TemplateDifference['parts'][number]['part']

function partsOf({ content, files }: ComparedTemplate): [Part, Named][] {
  const { theme, header, footer, menus, pages, posts, forms, tagline } = content
  return [
    ['pages', pages.map((page) => [`${page.title} (${page.path})`, withoutFiles(page)])],
    ['posts', posts.map((post) => [post.title, withoutFiles(post)])],
    ['forms', forms.map((form) => [form.name, form])],
    [
      'menus',
      [
        ['Main menu', menus.primary],
        ['Footer menu', menus.footer],
      ],
    ],
    [
      'look',
      [
        ['Colours', theme.colors],
        ['Fonts', theme.fonts],
        ['Shapes', { ...theme, colors: undefined, fonts: undefined }],
        ['Tagline', tagline],
      ],
    ],
    [
      'around',
      [
        ['Header', withoutFiles(header)],
        ['Footer', withoutFiles(footer)],
      ],
    ],
    ['files', files.map(({ fileName, contentHash }) => [fileName, contentHash])],
  ]
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Files have other ids in every version; that alone changes nothing. */
const withoutFiles = (value: unknown) => JSON.stringify(value).replace(UUID, '')

function differ(before: Named, after: Named) {
  const [old, now] = [new Map(before), new Map(after)]
  const same = (name: string) => JSON.stringify(old.get(name)) === JSON.stringify(now.get(name))
  return {
    added: [...now.keys()].filter((name) => !old.has(name)),
    changed: [...now.keys()].filter((name) => old.has(name) && !same(name)),
    removed: [...old.keys()].filter((name) => !now.has(name)),
  }
}
