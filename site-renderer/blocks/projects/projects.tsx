import * as z from 'zod/mini'
import type { Project } from '#workers/sites/snapshot.contract.ts'
import { block, type HeadingLevel } from '../block.ts'
import { below, Heading, Missing, Photo, SectionHead } from '../parts.tsx'
import { area, choice, line } from '../properties.ts'
import { safeHref } from '../safe-href.ts'

export const projects = block({
  type: 'projects',
  version: 1,
  label: 'Projects',
  summary: 'Finished work as cards with their pictures, from the Portfolio.',
  category: 'media',
  icon: 'gallery',
  props: z.object({
    heading: line('Heading', 'Our work', 90),
    text: area('Introduction', '', 300),
    category: line('Only this kind of work', '', 60),
    count: choice('How many', ['3', '4', '6', '9', '12', '24'], '12'),
    columns: choice('Columns', ['2', '3'], '3'),
  }),
  component: ({ heading, text, columns, data, level, edit }) => {
    const shown = data?.kind === 'projects' ? data.projects : []
    if (shown.length === 0)
      return (
        <Missing
          edit={edit}
          icon="camera"
          text="Projects stand here once one is published in the Portfolio."
        />
      )
    return (
      <>
        <SectionHead heading={heading} text={text} level={level} edit={edit} />
        <ul class="projects" data-columns={columns}>
          {shown.map((project) => (
            <li key={project.slug}>
              <ProjectCard project={project} level={below(level, heading)} />
            </li>
          ))}
        </ul>
      </>
    )
  },
})

function ProjectCard({ project, level }: { project: Project; level: HeadingLevel }) {
  const { name, summary, category, client, year, picture, link } = project
  const href = safeHref(link)
  const facts = [category, client, year].filter(Boolean).join(' · ')
  return (
    <article>
      {picture && <Photo image={picture} />}
      <Heading level={level}>{href ? <a href={href}>{name}</a> : name}</Heading>
      {facts && <p class="projects-facts">{facts}</p>}
      {summary && <p>{summary}</p>}
    </article>
  )
}
