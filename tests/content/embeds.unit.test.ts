import { describe, expect, test } from 'vitest'
import { embedOf } from '#workers/content/embeds.contract.ts'

describe('embeds', () => {
  test.each([
    [
      'https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1m30s',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90',
    ],
    ['https://youtu.be/dQw4w9WgXcQ?t=90', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=90'],
    ['https://www.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ'],
    [
      '//www.youtube-nocookie.com/embed/dQw4w9WgXcQ?rel=0',
      'https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ',
    ],
    [
      'https://www.youtube.com/playlist?list=PLabc_123',
      'https://www.youtube-nocookie.com/embed/videoseries?list=PLabc_123',
    ],
    ['http://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871'],
    [
      'https://player.vimeo.com/video/76979871?h=8272103f6e',
      'https://player.vimeo.com/video/76979871?h=8272103f6e',
    ],
    ['https://www.google.com/maps/embed?pb=!1m18!2m3', 'https://www.google.com/maps/embed?pb=%211m18%212m3'],
    ['https://maps.google.com/maps?q=Oslo&output=embed', 'https://www.google.com/maps?q=Oslo&output=embed'],
    [
      'https://open.spotify.com/intl-de/track/4uLU6hMCjMI75M1A2tKUQC',
      'https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC',
    ],
    [
      'https://soundcloud.com/forss/flickermood',
      'https://w.soundcloud.com/player/?url=https%3A%2F%2Fsoundcloud.com%2Fforss%2Fflickermood',
    ],
    ['https://videopress.com/v/kUJmAcSf', 'https://videopress.com/embed/kUJmAcSf'],
    ['https://video.wordpress.com/embed/kUJmAcSf?hd=1', 'https://videopress.com/embed/kUJmAcSf'],
  ])('%s is shown as %s', (address, src) => {
    expect(embedOf(address)?.src).toBe(src)
    expect(embedOf(src)?.src).toBe(src)
  })

  test.each([
    'https://www.youtube.com/',
    'https://www.youtube.com/redirect?q=https://evil.example',
    'https://www.youtube.com.evil.example/embed/dQw4w9WgXcQ',
    'https://evil.example/https://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.youtube.com:8080/embed/dQw4w9WgXcQ',
    'ftp://www.youtube.com/embed/dQw4w9WgXcQ',
    'https://www.google.com/search?q=a',
    'https://w.soundcloud.com/player/?url=https://evil.example/',
    'https://wordpress.tv/2009/03/16/a/',
    'javascript:alert(1)//www.youtube.com/embed/dQw4w9WgXcQ',
    'not an address',
    '',
  ])('%s is not', (address) => {
    expect(embedOf(address)).toBeUndefined()
  })
})
