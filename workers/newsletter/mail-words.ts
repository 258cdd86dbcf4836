/** What mails to subscribers say, in the languages sites speak. */
export interface MailWords {
  confirmSubject: string
  confirmHeading: string
  confirmText: string
  confirmButton: string
  confirmIgnore: string
  readOn: string
  because: string
  leave: string
}

const en: MailWords = {
  confirmSubject: '{site}: please confirm your address',
  confirmHeading: 'One press, and you are on the list',
  confirmText: 'Somebody asked {site} to send its news to this address. If that was you, please confirm it.',
  confirmButton: 'Confirm',
  confirmIgnore: 'If it was not you, do nothing: you will not hear from us again.',
  readOn: 'Read on',
  because: 'You get this because you subscribed to the news of {site}.',
  leave: 'Unsubscribe',
}

const languages: Record<string, MailWords> = {
  en,
  de: {
    confirmSubject: '{site}: Bitte bestätigen Sie Ihre Adresse',
    confirmHeading: 'Ein Klick, und Sie sind dabei',
    confirmText:
      'Jemand hat {site} gebeten, Neuigkeiten an diese Adresse zu senden. Wenn Sie das waren, bestätigen Sie es bitte.',
    confirmButton: 'Bestätigen',
    confirmIgnore: 'Wenn Sie es nicht waren, tun Sie nichts: Sie hören nicht wieder von uns.',
    readOn: 'Weiterlesen',
    because: 'Sie erhalten diese Nachricht, weil Sie die Neuigkeiten von {site} abonniert haben.',
    leave: 'Abmelden',
  },
  fr: {
    confirmSubject: '{site} : veuillez confirmer votre adresse',
    confirmHeading: 'Un clic, et vous êtes inscrit',
    confirmText:
      'Quelqu’un a demandé à {site} d’envoyer ses nouvelles à cette adresse. Si c’était vous, veuillez confirmer.',
    confirmButton: 'Confirmer',
    confirmIgnore: 'Si ce n’était pas vous, ne faites rien : vous n’entendrez plus parler de nous.',
    readOn: 'Lire la suite',
    because: 'Vous recevez ce message parce que vous êtes abonné aux nouvelles de {site}.',
    leave: 'Se désabonner',
  },
  es: {
    confirmSubject: '{site}: confirme su dirección',
    confirmHeading: 'Un clic y estará en la lista',
    confirmText:
      'Alguien pidió a {site} que enviara sus novedades a esta dirección. Si fue usted, confírmelo, por favor.',
    confirmButton: 'Confirmar',
    confirmIgnore: 'Si no fue usted, no haga nada: no volverá a saber de nosotros.',
    readOn: 'Seguir leyendo',
    because: 'Recibe este mensaje porque se suscribió a las novedades de {site}.',
    leave: 'Darse de baja',
  },
  it: {
    confirmSubject: '{site}: confermi il suo indirizzo',
    confirmHeading: 'Un clic ed è nella lista',
    confirmText:
      'Qualcuno ha chiesto a {site} di inviare le sue novità a questo indirizzo. Se è stato lei, lo confermi.',
    confirmButton: 'Confermare',
    confirmIgnore: 'Se non è stato lei, non faccia nulla: non ci sentirà più.',
    readOn: 'Continua a leggere',
    because: 'Riceve questo messaggio perché si è iscritto alle novità di {site}.',
    leave: 'Annullare l’iscrizione',
  },
  nl: {
    confirmSubject: '{site}: bevestig uw adres',
    confirmHeading: 'Eén klik en u staat op de lijst',
    confirmText:
      'Iemand heeft {site} gevraagd nieuws naar dit adres te sturen. Was u dat, bevestig het dan alstublieft.',
    confirmButton: 'Bevestigen',
    confirmIgnore: 'Was u het niet, doe dan niets: u hoort niet meer van ons.',
    readOn: 'Verder lezen',
    because: 'U krijgt dit bericht omdat u zich op het nieuws van {site} hebt geabonneerd.',
    leave: 'Uitschrijven',
  },
  pt: {
    confirmSubject: '{site}: confirme o seu endereço',
    confirmHeading: 'Um clique e está na lista',
    confirmText:
      'Alguém pediu a {site} que enviasse as suas novidades para este endereço. Se foi você, confirme, por favor.',
    confirmButton: 'Confirmar',
    confirmIgnore: 'Se não foi você, não faça nada: não voltará a ter notícias nossas.',
    readOn: 'Continuar a ler',
    because: 'Recebe esta mensagem porque subscreveu as novidades de {site}.',
    leave: 'Cancelar a subscrição',
  },
  pl: {
    confirmSubject: '{site}: proszę potwierdzić adres',
    confirmHeading: 'Jedno kliknięcie i jesteś na liście',
    confirmText:
      'Ktoś poprosił {site} o wysyłanie nowości na ten adres. Jeśli to Ty, prosimy o potwierdzenie.',
    confirmButton: 'Potwierdź',
    confirmIgnore: 'Jeśli to nie Ty, nic nie rób: więcej się nie odezwiemy.',
    readOn: 'Czytaj dalej',
    because: 'Otrzymujesz tę wiadomość, ponieważ subskrybujesz nowości {site}.',
    leave: 'Wypisz się',
  },
  ar: {
    confirmSubject: '{site}: يُرجى تأكيد عنوانك',
    confirmHeading: 'نقرة واحدة وتصبح على القائمة',
    confirmText: 'طلب شخص ما من {site} إرسال أخباره إلى هذا العنوان. إذا كنت أنت، فيُرجى التأكيد.',
    confirmButton: 'تأكيد',
    confirmIgnore: 'إذا لم تكن أنت، فلا تفعل شيئًا: لن نراسلك مرة أخرى.',
    readOn: 'متابعة القراءة',
    because: 'تصلك هذه الرسالة لأنك اشتركت في أخبار {site}.',
    leave: 'إلغاء الاشتراك',
  },
  he: {
    confirmSubject: '{site}: נא לאשר את הכתובת',
    confirmHeading: 'לחיצה אחת ואתם ברשימה',
    confirmText: 'מישהו ביקש מ‑{site} לשלוח חדשות לכתובת הזו. אם אלה אתם, נא לאשר.',
    confirmButton: 'אישור',
    confirmIgnore: 'אם אלה לא אתם, אין צורך לעשות דבר: לא נכתוב שוב.',
    readOn: 'להמשך קריאה',
    because: 'קיבלתם את ההודעה כי נרשמתם לחדשות של {site}.',
    leave: 'הסרה מהרשימה',
  },
}

/** In a language, about a site; English where the language is not spoken yet. */
export function mailWordsFor(locale: string, site: string): MailWords {
  const words = languages[locale.slice(0, 2).toLowerCase()] ?? en
  const named = Object.entries(words).map(([key, text]) => [key, text.replaceAll('{site}', site)])
  // safe: the same keys as the words it is made from
  return Object.fromEntries(named) as unknown as MailWords
}
