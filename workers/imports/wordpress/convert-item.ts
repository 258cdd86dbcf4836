import { HtmlTooLong } from '#workers/content/sanitise-html.ts'
import { type Attachment, attachmentOf } from './attachments.ts'
import type { ContentContext } from './convert-content.ts'
import { type ConvertedPost, convertPost, reasonToLeave } from './convert-post.ts'
import { type MenuSource, menuSourceOf } from './menus.ts'
import type { WxrItem } from './wxr-events.ts'

/** What an item of an export is here. */
export type Conversion =
  | { outcome: 'post'; post: ConvertedPost }
  | { outcome: 'attachment'; attachment: Attachment }
  | { outcome: 'menu_item'; menuItem: MenuSource }
  | { outcome: 'skipped'; reason: string }
  | { outcome: 'failed'; reason: string }

/** Converts one item; nothing in an item can make it throw. */
export function convertItem(item: WxrItem, context: ContentContext): Conversion {
  if (item.id === undefined) return { outcome: 'failed', reason: 'It has no number of its own.' }
  if (item.type === 'attachment') return convertAttachment(item)
  const reason = reasonToLeave(item.status)
  if (reason !== undefined) return { outcome: 'skipped', reason }
  if (item.type === 'nav_menu_item') return convertMenuItem(item)
  if (item.type === 'post' || item.type === 'page') return convertText(item, item.type, context)
  return { outcome: 'skipped', reason: `There is no place here for entries of the type “${item.type}”.` }
}

function convertAttachment(item: WxrItem): Conversion {
  const attachment = attachmentOf(item)
  return attachment
    ? { outcome: 'attachment', attachment }
    : { outcome: 'failed', reason: 'It does not say where its file is.' }
}

function convertMenuItem(item: WxrItem): Conversion {
  const menuItem = menuSourceOf(item)
  return menuItem
    ? { outcome: 'menu_item', menuItem }
    : { outcome: 'skipped', reason: 'It belongs to no menu.' }
}

function convertText(item: WxrItem, kind: 'post' | 'page', context: ContentContext): Conversion {
  try {
    return { outcome: 'post', post: convertPost(item, kind, context) }
  } catch (error) {
    if (error instanceof HtmlTooLong) return { outcome: 'failed', reason: error.message }
    throw error
  }
}
