import type {
  DocumentChange,
  DocumentPart,
  SharedPart,
  SiteChanges,
} from '#workers/sites/snapshots.contract.ts'
import { counted } from '../../ui/numbers.ts'

const parts: Record<DocumentPart, string> = {
  ...{ title: 'title', search: 'search texts', content: 'content', lists: 'what it lists' },
  ...{ details: 'cover, excerpt or categories', comments: 'comments' },
}
const shared: Record<SharedPart, string> = {
  ...{ details: 'Name and business details', design: 'Design', menus: 'Menus', header: 'Header' },
  ...{ footer: 'Footer', languages: 'Languages', settings: 'Search engine settings' },
}

/** What of a page or post says something else. */
export const partWords = ({ parts: changed }: DocumentChange): string =>
  changed.map((part) => parts[part]).join(', ')

/** What else differs between two versions, each in a few words. */
export function sharedWords({ shared: changed, redirects, files }: SiteChanges): string[] {
  return [
    ...changed.map((part) => `${shared[part]} changed`),
    ...countWords(redirects, 'redirect', 'redirects'),
    ...countWords(files, 'file', 'files'),
  ]
}

function countWords({ added, removed, changed }: SiteChanges['files'], one: string, many: string): string[] {
  const words = (count: number, done: string) => (count > 0 ? [`${counted(count, one, many)} ${done}`] : [])
  return [...words(added, 'added'), ...words(changed, 'changed'), ...words(removed, 'removed')]
}

export const isSameSite = (changes: SiteChanges): boolean =>
  changes.documents.length === 0 && changes.more === 0 && sharedWords(changes).length === 0
