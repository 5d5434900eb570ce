// What a thumb does. Everything is written down on the phone first and sent afterwards.
import { get } from "./api.js";
import { shrink } from "../shrink.js";
import { finishKey, homeOf, itemView, missing, MOST_PHOTOS, PASSED, roundKey, sheetOf, tickKey, today } from "./model.js";
import { flush, learn, settled } from "./sender.js";
import { changed, state } from "./state.js";
import * as store from "./store.js";

const TYPING = 2000;
let typing = 0;

/** Writes the item's new state down; the version that the inspector saw stays that of his first tap. */
async function save(view, change, soon = 0) {
    const { home, sheet, item, entry, stored, result, reasons, note: words } = current(view);
    await keep("queue", {
        key: tickKey(home, item.id), kind: "tick", user: home.user, campaign: home.campaign, household: home.id, item: item.id, template: sheet.template,
        seen: entry?.seen ?? stored?.version ?? 0, at: entry?.state === "waiting" ? entry.at : Date.now(), tried: entry?.tried ?? [], due: entry?.due ?? null,
        result, reasons, note: words, ...change,
        state: "waiting", reason: "", rev: store.newRev(),
    });
    clearTimeout(typing);
    if (soon) typing = setTimeout(flush, soon);
    else flush();
}

/** The item as it stands now: a reply may have come since the page was drawn. */
function current({ home, sheet, item }) {
    const now = store.homes.get(home.key) ?? home;
    return itemView(now, sheetOf(now, sheet.template) ?? sheet, item);
}

async function keep(table, record) {
    try {
        await store.put(table, record);
        state.fault = "";
    } catch {
        state.fault = "本机存不下了，请不要关闭本页。请到有信号的地方等内容传完，或清理手机存储。";
    }
    navigator.storage?.persist?.();
    changed();
}

export function answer(view, result) {
    if (view.result === result && view.state === "stored") return;
    const key = tickKey(view.home, view.item.id);
    // One card stands open.
    state.open.clear();
    if (result !== PASSED) state.open.add(key);
    state.current = view.item.id;
    save(view, { result, reasons: view.result === result ? view.reasons : [], due: null });
}

export function toggle(view, reason) {
    const reasons = view.reasons.includes(reason) ? view.reasons.filter((r) => r !== reason) : [...view.reasons, reason];
    save(view, { reasons });
}

/** Each letter is kept; it is sent when the hand rests. */
export const note = (view, text, rests) => save(view, { note: rests ? text.trim() : text }, rests ? 0 : TYPING);

export function due(view, day) {
    state.editing = "";
    if (day) save(view, { due: day });
    else changed();
}

/** Of two answers the own one, now as a change of the other. */
export const keepMine = (view) => save(view, { seen: view.entry.theirs.version, theirs: null, tried: [] });

export async function takeTheirs(view) {
    await learn(view.entry, { check: view.entry.theirCheck, answer: view.entry.theirs });
    await store.remove("queue", [view.entry.key]);
    changed();
    flush();
}

/** Gives up what the server refuses. */
export async function discard(entry) {
    await store.remove(entry.kind === "photo" ? "photos" : "queue", [entry.key]);
    changed();
    flush();
}

export async function addPhotos(view, files) {
    const { home, sheet, item } = view;
    for (const file of files) {
        const now = current(view);
        if (now.unsentPhotos.length + now.sentPhotos.length >= MOST_PHOTOS) break;
        const blob = await shrink(file);
        await keep("photos", { key: `${home.key}|photo|${store.newRev()}`, kind: "photo", user: home.user, campaign: home.campaign, household: home.id, template: sheet.template, item: item.id, blob, at: Date.now(), state: "waiting", reason: "" });
    }
    flush();
}

/** Words on the whole household, kept until the check is finished. */
export function draft(view, words) {
    const home = store.homes.get(view.home.key);
    keep("homes", { ...home, sheets: home.sheets.map((s) => s.template === view.sheet.template ? { ...s, draft: words } : s) });
}

/** Finishes the check, or shows what is missing; returns the first item of it. */
export function finish(view) {
    state.missing = missing(view);
    if (state.missing.length > 0) {
        const first = state.missing[0].view;
        state.open.add(tickKey(first.home, first.item.id));
        changed();
        return first;
    }
    const { home, sheet } = view;
    const round = store.rounds.get(roundKey(home.user, home.campaign));
    const entry = { key: finishKey(home, sheet.template), kind: "finish", user: home.user, campaign: home.campaign, household: home.id, template: sheet.template, note: (sheet.draft ?? sheet.note ?? "").trim(), day: today(round), at: Date.now(), rev: store.newRev(), state: "waiting", faults: [] };
    keep("queue", entry).then(flush);
    return null;
}

/** Fetches the round, or one village of it, and puts it in the place of what was kept. */
export async function refresh(village) {
    const before = settled();
    const { status, data } = await get(`/checklists/${state.campaign}/round${village ? `?village=${village}` : ""}`);
    state.isMissing = status === "gone";
    if (status !== "ok") {
        if (status !== "gone") state.status = status;
        changed();
        return status;
    }
    // Something was stored while this was on its way: it is older than what is here.
    if (settled() !== before) return refresh(village);
    if (data.user !== store.owner()) {
        await store.forget();
        await store.load(data.user);
    }
    state.user = data.user;
    state.status = "ok";
    await keepRound(data, village);
    changed();
    return "ok";
}

async function keepRound(data, village) {
    const { user, campaign: { id: campaign }, households, ...rest } = data;
    const key = roundKey(user, campaign);
    const old = store.rounds.get(key);
    const known = new Set(rest.templates.map((t) => t.id));
    // Versions that only an unsent tick still names stay too.
    const templates = [...rest.templates, ...(old?.templates ?? []).filter((t) => !known.has(t.id))];
    await store.put("rounds", { ...rest, campaign: data.campaign, templates, key, user, id: campaign, fetched: Date.now(), isPartial: village ? old?.isPartial ?? false : households == null });
    await dropEnded(campaign, data.today);
    if (!households) return;
    const fresh = households.map((h) => homeRecord(h, user, campaign));
    const keys = new Set(fresh.map((h) => h.key));
    const gone = [...store.homes.values()].filter((h) => h.campaign === campaign && !keys.has(h.key) && (!village || h.village === village));
    const held = new Set([...store.queue.values(), ...store.photos.values()].map((e) => homeOf(e)?.key));
    await store.putAll("homes", fresh);
    await store.remove("homes", gone.filter((h) => !held.has(h.key)).map((h) => h.key));
}

/** Campaigns that are over need not be kept, but for what was not sent. */
async function dropEnded(campaign, day) {
    const ended = [...store.rounds.values()].filter((r) => r.id !== campaign && r.campaign.endsOn < day);
    const held = new Set([...store.queue.values(), ...store.photos.values()].map((e) => e.campaign));
    for (const round of ended.filter((r) => !held.has(r.id))) {
        await store.remove("homes", [...store.homes.values()].filter((h) => h.campaign === round.id).map((h) => h.key));
        await store.remove("rounds", [round.key]);
    }
}

/** A household as it is kept: answers by item; a checklist that unsent ticks belong to is not dropped. */
function homeRecord(household, user, campaign) {
    const key = `${user}|${campaign}|${household.id}`;
    const old = store.homes.get(key);
    const sheets = household.sheets.map((s) => ({ ...s, draft: sheetOf(old, s.template)?.draft, answers: Object.fromEntries(s.answers.map((a) => [a.item, a])) }));
    for (const entry of [...store.queue.values(), ...store.photos.values()]) {
        if (entry.household !== household.id || entry.campaign !== campaign || sheets.some((s) => s.template === entry.template)) continue;
        const held = sheetOf(old, entry.template);
        if (held) sheets.push(held);
    }
    return { ...household, key, user, campaign, sheets };
}
