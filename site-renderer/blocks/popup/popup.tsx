import * as z from 'zod/mini'
import { wordsFor } from '../../words/words.ts'
import { block } from '../block.ts'
import { Heading, isEdited, Text } from '../parts.tsx'
import { area, choice, line } from '../properties.ts'

export const popup = block({
  type: 'popup',
  version: 1,
  label: 'Popup',
  summary: 'A button that opens a panel over the page, with any blocks inside.',
  category: 'structure',
  icon: 'popup',
  slots: { content: 'Inside the popup' },
  props: z.object({
    label: line('Button', 'Read the details', 60),
    look: choice('Look of the button', ['filled', 'outlined'], 'filled'),
    title: line('Heading inside', 'The details', 90),
    text: area(
      'Text inside',
      'What only some visitors want to know. Put other blocks below, such as a form.',
      1200,
    ),
  }),
  component: ({ label, look, title, text, id, site, slots, edit }) => {
    // In the builder it stands open below its button, where it can be filled.
    const target = isEdited(edit) ? undefined : `popup-${id}`
    return (
      <>
        <div class="buttons">
          <button
            class={look === 'outlined' ? 'button second' : 'button'}
            type="button"
            popovertarget={target}
            {...edit('label')}
          >
            {label}
          </button>
        </div>
        <div
          class="popup"
          id={target}
          popover={target ? 'auto' : undefined}
          role="dialog"
          aria-label={title || label}
        >
          {target && (
            <button
              class="popup-close"
              type="button"
              popovertarget={target}
              popovertargetaction="hide"
              aria-label={wordsFor(site.locale).close}
            />
          )}
          {title && (
            <Heading level={2} class="title" {...edit('title')}>
              {title}
            </Heading>
          )}
          <Text class="popup-text" text={text} {...edit('text')} />
          <div class="popup-slot" data-slot="content">
            {slots.content}
          </div>
        </div>
      </>
    )
  },
})
