// Keeps the whole site, so that it works without a network. It asks for nothing but the site's own files.

const [version, files] = SITE_FILES;
const name = `felkod-${version}`;

self.addEventListener("install", (event) => {
  const load = async () => {
    const cache = await caches.open(name);
    await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
    await self.skipWaiting();
  };
  event.waitUntil(load());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const old = (await caches.keys()).filter((key) => key.startsWith("felkod-") && key !== name);
    await Promise.all(old.map((key) => caches.delete(key)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  url.search = "";
  url.hash = "";
  if (url.pathname.endsWith("/")) url.pathname += "index.html";
  event.respondWith(caches.open(name).then(async (cache) => (await cache.match(url)) ?? fetch(event.request)));
});
