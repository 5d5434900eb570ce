// Keeps the inspector's page – the document that is the same for everybody, its scripts and styles – so that it opens
// without network. Never data: what the store says and what was ticked lies in the page's own IndexedDB. See ADR 0012.
const CACHE = "field-1";
const SHELL = /^\/checklists\/\d+\/field$/;
const KEPT = "/checklists/field";
const PATIENCE = 4000;

addEventListener("install", () => skipWaiting());

addEventListener("activate", (e) => e.waitUntil((async () => {
    for (const name of await caches.keys()) if (name !== CACHE) await caches.delete(name);
    await clients.claim();
})()));

// The first visit is not served from here: the page asks to be kept and is told when it is.
addEventListener("message", (e) => e.waitUntil((async () => {
    const kept = SHELL.test(e.data?.keep) && await fetch(e.data.keep).then(keep).catch(() => false);
    e.ports[0]?.postMessage(kept);
})()));

addEventListener("fetch", (e) => {
    const url = new URL(e.request.url);
    if (url.origin !== location.origin || e.request.method !== "GET") return;
    if (e.request.mode === "navigate") {
        if (SHELL.test(url.pathname)) e.respondWith(shell(e));
    } else if (/^\/(js|css)\/|^\/favicon/.test(url.pathname)) {
        e.respondWith(file(e.request));
    }
});

// Network first; on a weak one the kept document comes after a short wait, and what arrives later is kept for next time.
async function shell(e) {
    const kept = await (await caches.open(CACHE)).match(KEPT);
    const fresh = fetch(e.request).then(async (answer) => {
        try {
            await keep(answer.clone());
        } catch (error) {
            // Cut off before all files were here: the older set is whole.
            if (kept) throw error;
        }
        return answer;
    });
    e.waitUntil(fresh.catch(() => { }));
    if (!kept) return fresh;
    const patience = new Promise((done) => setTimeout(() => done(kept), PATIENCE));
    const answer = await Promise.race([fresh, patience]).catch(() => kept);
    // A server that is being restarted is no reason to stop.
    return answer.status >= 500 ? kept : answer;
}

// Names of files bear their fingerprint, so what is kept under a name never changes.
async function file(request) {
    return await (await caches.open(CACHE)).match(request, { ignoreVary: true }) ?? fetch(request);
}

// Files first, the document last: a document is only ever kept together with all that it needs.
async function keep(answer) {
    if (!answer.ok || answer.redirected) return false;
    const text = await answer.clone().text();
    const files = new Set([...text.matchAll(/(?:href|src)="(\/[^"]+\.(?:js|css|svg))"/g)].map((m) => m[1]));
    const cache = await caches.open(CACHE);
    await Promise.all([...files].map(async (name) => {
        if (!await cache.match(name, { ignoreVary: true })) await cache.add(name);
    }));
    await cache.put(KEPT, answer);
    for (const request of await cache.keys()) {
        const name = new URL(request.url).pathname;
        if (name !== KEPT && !files.has(name)) await cache.delete(request);
    }
    return true;
}
