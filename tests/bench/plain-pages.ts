/**
 * The same steps as bare HTML: the least that a browser can be asked to do for them, and so what the app is measured
 * beside. English, because nobody but the bench reads it.
 */
export const plainPages: Readonly<Record<string, string>> = {
  "/blank": page("", ""),
  "/first": page(form("/second")),
  "/second": page(
    `<form id="second"><h1>Do you want to keep your draft on this device?</h1>${choices("keep", ["Yes", "No"])}</form>`,
  ),
  "/kept": page(form("/second"), `<script>navigator.serviceWorker.register("/worker.js")</script>`),
  "/words": page(
    `<form method="post" action="/saved"><h1><label for="words">What happened?</label></h1>` +
      `<p>Write as much or as little as you like.</p><textarea id="words" name="words" rows="6"></textarea>` +
      `<button>Continue</button></form>`,
  ),
};

/** What comes back when the plain form has been sent. */
export const savedPage = page(`<h1 id="saved">Your report was received</h1>`);

/** Keeps the one page, as little as a service worker can do. */
export const plainWorker = `
addEventListener("install", (event) => event.waitUntil(caches.open("page").then((cache) => cache.add("/kept"))));
addEventListener("fetch", (event) =>
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));
`;

function form(next: string): string {
  return (
    `<form><h1>Are you in danger now?</h1>${choices("danger", ["Yes", "No", "I do not know"])}` +
    `<div class="help" id="help"><p>Call <a href="tel:999">999</a></p><p>If you cannot speak, press 55.</p></div>` +
    `<a id="continue" href="${next}">Continue</a></form>`
  );
}

function choices(name: string, labels: readonly string[]): string {
  const rows = labels.map(
    (label, place) => `<p><label><input type="radio" name="${name}" value="${place}"> ${label}</label></p>`,
  );
  return rows.join("");
}

function page(body: string, script = ""): string {
  const style =
    "body{font:1.1875rem/1.5 system-ui,sans-serif;max-width:42rem;margin:auto;padding:1rem}textarea{width:100%;font:inherit}" +
    ".help{display:none}form:has([name=danger][value='0']:checked) .help{display:block}";
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
    `<title>Form</title><link rel="icon" href="data:,"><style>${style}</style>${body}${script}</html>`
  );
}
