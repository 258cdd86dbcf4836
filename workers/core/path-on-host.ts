/** Never to another host: what a browser reads as one is the front page. */
export const pathOnHost = (path: string): string => (/^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '/')
