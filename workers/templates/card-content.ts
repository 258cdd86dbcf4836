import { type AnyColumn, sql } from 'drizzle-orm'
import type { TemplateContent } from './template-content.contract.ts'

/** What a card shows of a content, without the rest of it: the look, the home page and the names of the others. */
export const cardContent = (content: AnyColumn) =>
  sql<TemplateContent>`jsonb_build_object('theme', ${content} -> 'theme', 'pages',
    jsonb_build_array(${content} #> '{pages,0}') ||
    (select coalesce(jsonb_agg(jsonb_build_object('title', page -> 'title')), '[]'::jsonb)
     from jsonb_path_query(${content}, '$.pages[1 to last]') page))`
