/// <reference types="vite/client" />

declare namespace Cloudflare {
  interface Env {
    CONTEXT_SECRET: string
  }
}

declare module '*.css'
