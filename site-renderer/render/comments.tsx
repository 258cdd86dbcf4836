import { COMMENT_FORM, commentFields } from '#workers/cms/comment-form.contract.ts'
import { COMMENTS_PATH } from '#workers/sites/site-paths.contract.ts'
import { VisitorForm } from '../blocks/form/visitor-form.tsx'
import { Prose } from '../blocks/rich-text/prose.tsx'
import { fill, formatDay, type Words } from '../words/words.ts'
import type { PostProps } from './post-parts.tsx'
import type { Thread } from './prepared-route.ts'

type CommentsProps = PostProps & { words: Words }

/** What readers wrote below a post, and a form for one more where it takes them. */
export function Comments(props: CommentsProps) {
  const { post, words } = props
  const { route, threads } = post
  const count = route.comments.length
  return (
    <section class="comments" aria-labelledby="comments">
      <h2 class="title" id="comments">
        {count === 0 ? words.writeComment : titleOf(count, words)}
      </h2>
      <p class="thanks" id="comment-sent" role="status">
        {words.commentSent}
      </p>
      {threads.length > 0 && <Threads {...props} threads={threads} isTop />}
      {route.takesComments && (
        <div class="comment-form">
          {count > 0 && <h3 class="subtitle">{words.writeComment}</h3>}
          <CommentForm {...props} id="comment" answers="" />
        </div>
      )}
    </section>
  )
}

const titleOf = (count: number, words: Words): string =>
  count === 1 ? words.oneComment : fill(words.comments, { count })

/** A comment is answered by the moment it was written at: its place changes when others are removed. */
function CommentForm({ id, answers, page, site, words }: CommentsProps & { id: string; answers: string }) {
  const labels: Record<string, string> = {
    name: words.yourName,
    email: words.yourEmail,
    comment: words.yourComment,
  }
  const fields = commentFields.map((field) => ({ ...field, label: labels[field.name] ?? field.label }))
  return (
    <VisitorForm
      id={id}
      form={{ id: COMMENT_FORM, fields, submitLabel: words.sendComment }}
      page={page}
      locale={site.locale}
      action={COMMENTS_PATH}
      hidden={{ answers }}
    />
  )
}

function Threads(props: CommentsProps & { threads: Thread[]; isTop?: boolean }) {
  const { post, page, site, words, threads, isTop = false } = props
  const isAnswered = (createdAt: string) =>
    page.submission?.formId === COMMENT_FORM && page.submission.values.answers === createdAt
  return (
    <ol>
      {threads.map((comment) => (
        <li key={comment.id} id={`comment-${comment.id}`}>
          <article>
            <p class="meta">
              <b class="name">{comment.author}</b>
              {comment.isFromSite && <span class="from-site">{words.fromSite}</span>}
              <time dateTime={comment.createdAt}>{formatDay(comment.createdAt, site.locale)}</time>
            </p>
            <Prose html={comment.html} />
            {isTop && post.route.takesComments && (
              <details class="reply" open={isAnswered(comment.createdAt)}>
                <summary aria-label={fill(words.replyTo, { name: comment.author })}>{words.reply}</summary>
                <CommentForm {...props} id={`reply-${comment.id}`} answers={comment.createdAt} />
              </details>
            )}
          </article>
          {comment.replies.length > 0 && (
            <Threads
              post={post}
              page={page}
              site={site}
              origin={props.origin}
              words={words}
              threads={comment.replies}
            />
          )}
        </li>
      ))}
    </ol>
  )
}
