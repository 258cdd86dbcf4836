import * as z from 'zod/mini'
import { block } from '../block.ts'
import { Heading, Missing, More, Photo, Text } from '../parts.tsx'
import { line } from '../properties.ts'
import { fitHtml, Prose } from '../rich-text/prose.tsx'

export const project = block({
  type: 'project',
  version: 1,
  label: 'Project',
  summary: 'One piece of work whole: its pictures, facts and story, from the Portfolio.',
  category: 'media',
  icon: 'image',
  uses: ['rich-text'],
  props: z.object({
    project: line('Address of the project in the collection', '', 200),
    more: line('Words of the link to it', 'See the work', 60),
  }),
  component: ({ more, data, level, edit }) => {
    const [shown] = data?.kind === 'projects' ? data.projects : []
    if (!shown)
      return (
        <Missing
          edit={edit}
          icon="camera"
          text="A project stands here once one is published in the Portfolio."
        />
      )
    const { name, summary, category, client, year, picture, pictures, html, link } = shown
    const facts = [category, client, year].filter(Boolean)
    return (
      <article class="project">
        <Heading level={level} class="title">
          {name}
        </Heading>
        {facts.length > 0 && <p class="project-facts">{facts.join(' · ')}</p>}
        <Text class="lead" text={summary} />
        {picture && <Photo image={picture} />}
        <Prose html={fitHtml(html)} />
        {pictures.length > 0 && (
          <ul class="project-pictures">
            {pictures.map((each) => (
              <li key={each.picture.src}>
                <figure>
                  <Photo image={each.picture} />
                  {each.caption && <figcaption>{each.caption}</figcaption>}
                </figure>
              </li>
            ))}
          </ul>
        )}
        <More link={{ label: more, href: link }} />
      </article>
    )
  },
})
