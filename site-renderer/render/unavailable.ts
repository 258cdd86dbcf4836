/** What a visitor sees when there is no site to show; it says nothing about whose it is or why. */
export const unavailablePage = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Not available right now</title>
<style>
:root{color-scheme:light dark}
body{display:grid;place-content:center;min-height:100vh;margin:0;padding:2rem;background:light-dark(#fafafa,#151618);color:light-dark(#1d1f23,#ececee);font:400 1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
main{max-width:32rem}
svg{width:3rem;height:3rem;margin-bottom:1.5rem;color:light-dark(#6b7079,#9a9ea7)}
h1{margin:0;font-size:1.75rem;font-weight:600;line-height:1.2;letter-spacing:-.02em}
p{margin:.75rem 0 0;color:light-dark(#565b64,#b0b4bc)}
</style>
</head>
<body>
<main>
<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.5" stroke-linecap="round" aria-hidden="true"><path d="M4 6.5h16v12H4zM4 10h16M7 8.25h.01M9.5 8.25h.01M9 14.25h6"/></svg>
<h1>This site is not available right now</h1>
<p>Please try again a little later.</p>
</main>
</body>
</html>
`
