import highlighter from 'highlight.js/lib/core'
import bash from 'highlight.js/lib/languages/bash'
import c from 'highlight.js/lib/languages/c'
import cpp from 'highlight.js/lib/languages/cpp'
import csharp from 'highlight.js/lib/languages/csharp'
import css from 'highlight.js/lib/languages/css'
import diff from 'highlight.js/lib/languages/diff'
import go from 'highlight.js/lib/languages/go'
import ini from 'highlight.js/lib/languages/ini'
import java from 'highlight.js/lib/languages/java'
import javascript from 'highlight.js/lib/languages/javascript'
import json from 'highlight.js/lib/languages/json'
import kotlin from 'highlight.js/lib/languages/kotlin'
import markdown from 'highlight.js/lib/languages/markdown'
import nginx from 'highlight.js/lib/languages/nginx'
import php from 'highlight.js/lib/languages/php'
import powershell from 'highlight.js/lib/languages/powershell'
import python from 'highlight.js/lib/languages/python'
import ruby from 'highlight.js/lib/languages/ruby'
import rust from 'highlight.js/lib/languages/rust'
import sql from 'highlight.js/lib/languages/sql'
import swift from 'highlight.js/lib/languages/swift'
import typescript from 'highlight.js/lib/languages/typescript'
import xml from 'highlight.js/lib/languages/xml'
import yaml from 'highlight.js/lib/languages/yaml'
import { textOfCode } from './code-text.ts'

const languages = {
  ...{ bash, c, cpp, csharp, css, diff, go, ini, java, javascript, json, kotlin, markdown, nginx, php },
  ...{ powershell, python, ruby, rust, sql, swift, typescript, xml, yaml },
}
for (const [name, language] of Object.entries(languages)) highlighter.registerLanguage(name, language)

/** Longer code is shown plain: colouring it would hold a publish up. */
const MAX_CODE = 50_000
const CODE = /(<pre[^>]*>)<code class="([^"]*)">([\s\S]*?)<\/code>/g
const LANGUAGE = /(?:^|\s)language-([\w+#-]+)/

/**
 * Colours the code blocks of sanitised HTML whose language is known, so that no page needs a script for it. What the
 * highlighter writes is the same text, escaped, in spans of its own classes.
 */
export function highlightCode(html: string): string {
  if (!html.includes('<code class="')) return html
  return html.replace(CODE, (whole, pre: string, classes: string, code: string) => {
    const language = LANGUAGE.exec(classes)?.[1]?.toLowerCase() ?? ''
    if (code.length > MAX_CODE || code.includes('<') || !highlighter.getLanguage(language)) return whole
    const { value } = highlighter.highlight(textOfCode(code), { language, ignoreIllegals: true })
    return `${pre}<code class="${classes}">${value}</code>`
  })
}
