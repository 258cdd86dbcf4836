interface Network {
  name: string
  /** An outline on a 24 by 24 grid, as plain as a line of 1.7 allows. */
  outline: string
}

const networks: Readonly<Record<string, Network>> = {
  'instagram.com': {
    name: 'Instagram',
    outline:
      'M8 4h8a4 4 0 0 1 4 4v8a4 4 0 0 1-4 4H8a4 4 0 0 1-4-4V8a4 4 0 0 1 4-4zM12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM16.6 7.3v.1',
  },
  'facebook.com': { name: 'Facebook', outline: 'M16.5 4H14a3.5 3.5 0 0 0-3.5 3.5V20.5M7.5 11.5h8' },
  'linkedin.com': {
    name: 'LinkedIn',
    outline: 'M4.5 4.5h15v15h-15zM8.5 10.5v5.5M8.5 7.8v.1M12 16v-5.5M12 13c0-3.4 4-3.4 4 0v3',
  },
  'youtube.com': {
    name: 'YouTube',
    outline: 'M6.5 6h11a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3h-11a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3zM10.5 9.5v5l4-2.5z',
  },
  'x.com': { name: 'X', outline: 'M4.5 4.5h4l11 15h-4zM19 4.5l-6 6.6M5 19.5l6-6.6' },
  'tiktok.com': {
    name: 'TikTok',
    outline: 'M13.5 4v11.3a3.6 3.6 0 1 1-3.6-3.6M13.5 4c.3 2.8 2.2 4.7 5 5',
  },
  'pinterest.com': {
    name: 'Pinterest',
    outline:
      'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM9 13.2c-1.5-2.6.2-5.4 3.2-5.4 2.6 0 4 1.8 3.4 4.1-.8 3.1-3.9 3.5-4.2 1.2M12 10l-2.2 8.6',
  },
  'github.com': {
    name: 'GitHub',
    outline: 'm8.5 7.5-4.5 4.5 4.5 4.5M15.5 7.5l4.5 4.5-4.5 4.5M13.2 5.5l-2.4 13',
  },
  'whatsapp.com': {
    name: 'WhatsApp',
    outline:
      'M4 20l1.3-4.1a8 8 0 1 1 3 2.9zM9.3 8.3c-1 2.9 3.5 7.3 6.3 6.2l.2-1.7-1.9-.9-.9.9c-1-.4-1.7-1.1-2.1-2.1l.9-.9-.9-1.8z',
  },
  'threads.net': {
    name: 'Threads',
    outline:
      'M12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM15.5 8.5v5a2.3 2.3 0 0 0 4.5 0V12a8 8 0 1 0-3.5 6.6',
  },
  'bsky.app': {
    name: 'Bluesky',
    outline:
      'M12 11C10.5 8 7.5 5.3 4.5 4.5 4 9 4.8 12.5 8 13c-3.5.6-3 5 .5 5.5 2 .2 3-2 3.5-4 .5 2 1.5 4.2 3.5 4 3.5-.5 4-4.9.5-5.5 3.2-.5 4-4 3.5-8.5-3 .8-6 3.5-7.5 6.5z',
  },
}

const aliases: Readonly<Record<string, string>> = {
  'twitter.com': 'x.com',
  'wa.me': 'whatsapp.com',
  'youtu.be': 'youtube.com',
  'fb.com': 'facebook.com',
  'threads.com': 'threads.net',
}

/** The network an address belongs to, by its host or the end of it. */
export function networkOf(address: string): Network | undefined {
  if (!URL.canParse(address)) return undefined
  const host = new URL(address).hostname.split('.').slice(-2).join('.')
  const known = Object.hasOwn(aliases, host) ? (aliases[host] ?? host) : host
  return Object.hasOwn(networks, known) ? networks[known] : undefined
}
