// What the phone keeps, in IndexedDB: rounds, their households, the queue of ticks and of photos. Every record bears the
// account that it was made for; only that account's are read. Maps hold the same records for the views.
const NAME = "field";
const OWNER = "field-user";
const UNSENT = "field-unsent";
const TABLES = ["rounds", "homes", "queue", "photos"];

export const rounds = new Map();
export const homes = new Map();
export const queue = new Map();
export const photos = new Map();

const maps = { rounds, homes, queue, photos };
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(NAME) : null;
let opening = null;
let loaded = "";

/** The account that used this page last and has not logged out. */
export const owner = () => localStorage.getItem(OWNER) ?? "";

export const unsent = () => queue.size + photos.size;

export const newRev = () => `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;

function open() {
    opening ??= new Promise((done, fail) => {
        const request = indexedDB.open(NAME, 1);
        request.onupgradeneeded = () => {
            for (const table of TABLES) request.result.createObjectStore(table, { keyPath: "key" }).createIndex("user", "user");
        };
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    }).catch((error) => {
        opening = null;
        throw error;
    });
    return opening;
}

/** Runs the work in one transaction and waits until the disk has it. */
async function write(tables, work) {
    const db = await open();
    await new Promise((done, fail) => {
        const transaction = db.transaction(tables, "readwrite");
        transaction.oncomplete = done;
        transaction.onerror = transaction.onabort = () => fail(transaction.error);
        work((table) => transaction.objectStore(table));
    });
}

async function read(table, ask) {
    const db = await open();
    return new Promise((done, fail) => {
        const request = ask(db.transaction(table).objectStore(table));
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
}

/** Fills the maps with what the account has kept. */
export async function load(user) {
    localStorage.setItem(OWNER, user);
    loaded = user;
    for (const table of TABLES) {
        const records = await read(table, (t) => t.index("user").getAll(user));
        maps[table].clear();
        for (const record of records) maps[table].set(record.key, record);
    }
    count();
}

export const put = (table, record) => putAll(table, [record]);

/** The maps first: whoever reads meanwhile has the newest, and transactions run in the order in which they were asked for. */
export async function putAll(table, records) {
    for (const record of records) maps[table].set(record.key, record);
    await write([table], (t) => records.forEach((record) => t(table).put(record)));
    tell(table, records.map((r) => r.key));
}

export async function remove(table, keys) {
    for (const key of keys) maps[table].delete(key);
    await write([table], (t) => keys.forEach((key) => t(table).delete(key)));
    tell(table, keys);
}

/**
 * Tells queue entries what a request taught them: the lesson where an entry is still as it was read (null: it goes), the late
 * one where a tap, here or in another window, has changed it. Returns the keys of those that were as read.
 */
export async function amend(changes) {
    const [same, next] = [new Set(), new Map()];
    await write(["queue"], (t) => changes.forEach(({ key, rev, lesson, late }) => {
        const asked = t("queue").get(key);
        asked.onsuccess = () => {
            if (!asked.result) return;
            const isSame = asked.result.rev === rev;
            if (isSame) same.add(key);
            const taught = isSame ? lesson : late ?? {};
            next.set(key, taught && { ...asked.result, ...taught });
            if (taught) t("queue").put(next.get(key));
            else t("queue").delete(key);
        };
    }));
    for (const { key, rev } of changes) {
        const entry = next.get(key);
        // A tap after that is newer still.
        if (queue.get(key)?.rev !== (entry?.rev ?? rev)) continue;
        if (entry) queue.set(key, entry);
        else queue.delete(key);
    }
    tell("queue", changes.map((c) => c.key));
    return same;
}

/** Drops names and answers of the store; what was not sent stays, and waits for its account. */
export async function forget() {
    for (const key of [OWNER, UNSENT]) localStorage.removeItem(key);
    for (const map of Object.values(maps)) map.clear();
    loaded = "";
    await write(["rounds", "homes"], (t) => ["rounds", "homes"].forEach((table) => t(table).clear()));
}

/** Called with every change that another window of this browser has made. */
export function follow(changed) {
    if (!channel) return;
    channel.onmessage = async ({ data }) => {
        if (data.user !== loaded) return;
        for (const key of data.keys) {
            const record = await read(data.table, (t) => t.get(key));
            if (record) maps[data.table].set(key, record);
            else maps[data.table].delete(key);
        }
        count();
        changed();
    };
}

function tell(table, keys) {
    count();
    channel?.postMessage({ user: loaded, table, keys });
}

/** js/shell.js asks before a logout that would leave something behind. */
function count() {
    if (unsent() > 0) localStorage.setItem(UNSENT, String(unsent()));
    else localStorage.removeItem(UNSENT);
}
