// The one way to the server. A weak network is the normal case here, so an answer is a word and never an exception:
// ok, offline, login (not signed in), other (somebody else is), forbidden, gone, large, old (this page is out of date), down.
const TIMEOUT = 30000;
const WORDS = { 400: "old", 401: "login", 403: "forbidden", 404: "gone", 409: "other", 413: "large", 415: "old" };

export const get = (path) => call(path, { method: "GET" });

export const postJson = (path, user, data) => post(path, user, "application/json", JSON.stringify(data));

/** The header is one that no form of another site can set; the server also compares it with who is signed in. */
export const post = (path, user, type, body) => call(path, { method: "POST", body, headers: { "Content-Type": type, "X-Field-User": user } });

async function call(path, options) {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), TIMEOUT);
    try {
        const answer = await fetch(path, {
            ...options,
            headers: { ...options.headers, Accept: "application/json" },
            credentials: "same-origin",
            cache: "no-store",
            redirect: "manual",
            signal: stop.signal,
        });
        if (answer.ok) return { status: "ok", data: await answer.json() };
        return { status: answer.type === "opaqueredirect" ? "login" : WORDS[answer.status] ?? "down" };
    } catch {
        // No network, too slow, cut off in the middle, or a portal's page instead of an answer.
        return { status: "offline" };
    } finally {
        clearTimeout(timer);
    }
}
