import { translatePost } from '../cms/post-translations.ts'
import { handle } from '../core/routes.ts'
import { makeDefault } from './default-language.ts'
import { listTexts, translateTexts } from './language-texts.ts'
import { languagesApi } from './languages.contract.ts'
import { addLanguage, changeLanguage, listLanguages, orderLanguages, removeLanguage } from './languages.ts'
import { followOriginal, translatePage } from './page-translations.ts'
import { addDrafts } from './translation-drafts.ts'
import { exportTranslations, importTranslations } from './translation-files.ts'
import { translationsApi } from './translations.contract.ts'
import { checkTranslation, listTranslations, translationsOfRow } from './translations.ts'

export const languagesRoutes = [
  handle(languagesApi.list, (ctx, { params }) => listLanguages(ctx, params.id)),
  handle(languagesApi.add, (ctx, { params, body }) => addLanguage(ctx, params.id, body)),
  handle(languagesApi.change, (ctx, { params, body }) => changeLanguage(ctx, params.id, body)),
  handle(languagesApi.remove, (ctx, { params }) => removeLanguage(ctx, params.id)),
  handle(languagesApi.order, (ctx, { params, body }) => orderLanguages(ctx, params.id, body.codes)),
  handle(languagesApi.makeDefault, (ctx, { params, body }) => makeDefault(ctx, params.id, body.code)),
  handle(languagesApi.texts, (ctx, { params }) => listTexts(ctx, params.id)),
  handle(languagesApi.translateTexts, (ctx, { params, body }) => translateTexts(ctx, params.id, body.texts)),
  handle(translationsApi.exportFile, (ctx, { params, query }) =>
    exportTranslations(ctx, params.id, query.format),
  ),
  handle(translationsApi.importFile, (ctx, { params, body }) => importTranslations(ctx, params.id, body)),
  handle(translationsApi.list, (ctx, { params, query }) => listTranslations(ctx, params.id, query)),
  handle(translationsApi.addDrafts, (ctx, { params, body }) => addDrafts(ctx, params.id, body.kinds)),
  handle(translationsApi.ofPage, (ctx, { params }) => translationsOfRow(ctx, 'pages', params.id)),
  handle(translationsApi.translatePage, (ctx, { params, body }) => translatePage(ctx, params.id, body)),
  handle(translationsApi.checkPage, (ctx, { params }) => checkTranslation(ctx, 'pages', params.id)),
  handle(translationsApi.followPage, (ctx, { params }) => followOriginal(ctx, params.id)),
  handle(translationsApi.ofPost, (ctx, { params }) => translationsOfRow(ctx, 'posts', params.id)),
  handle(translationsApi.translatePost, (ctx, { params, body }) => translatePost(ctx, params.id, body)),
  handle(translationsApi.checkPost, (ctx, { params }) => checkTranslation(ctx, 'posts', params.id)),
]
