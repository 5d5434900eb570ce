// Sends the queue: ticks in batches, then photos whose tick has arrived, then finished checks. Each is sent until the server
// has said what became of it; sending one twice does no harm there. What waits is tried again by itself.
import { post, postJson } from "./api.js";
import { homeOf, isTrouble, sheetOf } from "./model.js";
import { changed, state } from "./state.js";
import * as store from "./store.js";

const BATCH = 20;
const FIRST_WAIT = 15000;
const LONGEST_WAIT = 120000;

let running = null;
let again = false;
let wait = FIRST_WAIT;
let timer = 0;
let done = 0;

/** How many replies were taken over; who reads the store meanwhile has read an older state. */
export const settled = () => done;

/** Sends what waits, now. Whoever changes something meanwhile is taken along. */
export function flush() {
    again = true;
    running ??= run().finally(() => { running = null; });
    return running;
}

async function run() {
    clearTimeout(timer);
    state.busy = true;
    changed();
    let status = state.status;
    while (again) {
        again = false;
        status = await sendAll() ?? status;
        // Who taps 重试 while a try is failing gets one more.
        if (status === "ok") wait = FIRST_WAIT;
        else if (!again) break;
    }
    state.busy = false;
    state.status = status;
    changed();
    if (status !== "ok" && waiting().length > 0) {
        // A login or a newer page needs a hand, not another try.
        if (status === "offline" || status === "down") timer = setTimeout(flush, wait);
        wait = Math.min(wait * 2, LONGEST_WAIT);
    }
}

const waiting = () => [...store.queue.values(), ...store.photos.values()].filter((e) => e.state === "waiting");

/** The word of the last request; null where there was nothing to send. */
async function sendAll() {
    let word = null;
    const ticks = waiting().filter((e) => e.kind === "tick").sort((a, b) => a.at - b.at);
    for (let i = 0; i < ticks.length; i += BATCH) {
        word = await sendTicks(ticks.slice(i, i + BATCH));
        if (word !== "ok") return word;
    }
    for (const photo of waiting().filter((e) => e.kind === "photo" && isTickStored(e))) {
        word = await sendPhoto(photo);
        if (word !== "ok") return word;
    }
    for (const finish of waiting().filter((e) => e.kind === "finish" && isComplete(e))) {
        word = await sendFinish(finish);
        if (word !== "ok") return word;
    }
    return word;
}

const checkOf = (entry) => sheetOf(homeOf(entry), entry.template)?.check ?? null;

const sameSheet = (a) => (b) => b.household === a.household && b.campaign === a.campaign && b.template === a.template;

const isTickStored = (photo) => checkOf(photo) !== null && ![...store.queue.values()].some((e) => sameSheet(photo)(e) && e.item === photo.item);

const isComplete = (finish) => checkOf(finish) !== null && ![...store.queue.values(), ...store.photos.values()].some((e) => e.kind !== "finish" && sameSheet(finish)(e));

const seconds = (since) => Math.max(0, (Date.now() - since) / 1000);

/** A check that the server does not know yet was begun with its first tick: all of it gets the day of then. */
const begun = (tick) => Math.min(...waiting().filter((e) => e.kind === "tick" && sameSheet(tick)(e)).map((e) => e.at));

async function sendTicks(batch) {
    batch = batch.map((e) => store.queue.get(e.key)).filter((e) => e?.state === "waiting").map((e) => ({ ...e, tried: [...e.tried, answerOf(e)].slice(-5) }));
    if (batch.length === 0) return "ok";
    // Noted before they go: when the reply is lost, an answer of one's own is not taken for somebody else's.
    await store.amend(batch.map(({ key, rev, tried }) => ({ key, rev, lesson: { tried }, late: { tried } })));
    const body = batch.map((e) => ({
        key: e.key, campaign: e.campaign, household: e.household, item: e.item, check: checkOf(e), seen: e.seen,
        result: e.result, reasons: e.reasons.join("、"), note: e.note, due: e.due, age: seconds(begun(e)),
    }));
    const { status, data } = await postJson("/checklists/ticks", state.user, { ticks: body });
    if (status === "ok") {
        const sent = new Map(batch.map((e) => [e.key, e]));
        for (const reply of data.results) await take(sent.get(reply.key), reply);
        return "ok";
    }
    if (status !== "down" || batch.length === 1) return status;
    // One tick that the server fails on must not hold up the others.
    let word = "ok";
    for (const entry of batch) {
        const one = await sendTicks([entry]);
        if (one !== "ok" && one !== "down") return one;
        if (one === "down") word = one;
    }
    return word;
}

const answerOf = (entry) => `${entry.result}|${entry.reasons.join("、")}|${entry.note}`;

const storedOf = (answer) => `${answer.result}|${answer.reasons ?? ""}|${answer.note ?? ""}`;

async function take(entry, reply) {
    done++;
    const version = reply.answer?.version;
    let lesson = null;
    if (reply.outcome === "refused") {
        lesson = { state: "refused", reason: reply.reason };
    } else if (reply.outcome === "conflict" && reply.answer.isMine && entry.tried.includes(storedOf(reply.answer))) {
        // The reply to an earlier try was lost, and the answer was changed since: goes on from what arrived.
        lesson = { seen: version, tried: [] };
        again = true;
    } else if (reply.outcome === "conflict") {
        lesson = { state: "conflict", theirs: reply.answer, theirCheck: reply.check };
    } else {
        await learn(entry, reply);
    }
    const late = reply.outcome === "saved" ? { seen: version, tried: [] } : {};
    const same = await store.amend([{ key: entry.key, rev: entry.rev, lesson, late }]);
    // A later tap decides anew.
    if (!same.has(entry.key)) again = true;
    changed();
}

/** The household as the store now has it. */
export async function learn(entry, { check, answer }) {
    const home = homeOf(entry);
    if (!home) return;
    const sheets = home.sheets.map((s) => s.template !== entry.template ? s : {
        ...s, check, answers: { ...s.answers, [entry.item]: { ...answer, photos: s.check === check ? s.answers[entry.item]?.photos : undefined } },
    });
    await store.put("homes", { ...home, sheets });
}

async function sendPhoto(photo) {
    const { status, data } = await post(`/checklists/photos?check=${checkOf(photo)}&item=${photo.item}`, state.user, "image/jpeg", photo.blob);
    if (status !== "ok" && status !== "large") return status;
    done++;
    if (data?.id != null) {
        const home = homeOf(photo);
        const sheets = home.sheets.map((s) => {
            const answer = s.answers[photo.item];
            if (s.template !== photo.template || !answer || answer.photos?.includes(data.id)) return s;
            return { ...s, answers: { ...s.answers, [photo.item]: { ...answer, photos: [...answer.photos ?? [], data.id] } } };
        });
        await store.put("homes", { ...home, sheets });
        await store.remove("photos", [photo.key]);
    } else {
        await store.put("photos", { ...photo, state: "refused", reason: data?.reason ?? "照片：超过 10 MB。请删除后重新拍照。" });
    }
    changed();
    return "ok";
}

async function sendFinish(finish) {
    const { status, data } = await postJson("/checklists/finish", state.user, { check: checkOf(finish), note: finish.note, age: seconds(finish.at) });
    if (status !== "ok") return status;
    done++;
    if (data.done) {
        const home = homeOf(finish);
        const sheets = home.sheets.map((s) => s.template === finish.template ? { ...s, finishedOn: finish.day, note: finish.note, draft: undefined } : s);
        await store.put("homes", { ...home, sheets });
        await store.remove("queue", [finish.key]);
    } else {
        await store.put("queue", { ...finish, state: "refused", faults: data.faults });
    }
    changed();
    return "ok";
}

/** Entries that need a decision, anywhere in what this account keeps. */
export const troubles = () => [...store.queue.values(), ...store.photos.values()].filter(isTrouble);
