// What a household's checklist looks like: the store's answers with the unsent ones of this phone on top. Pure, but for the maps.
import { homes, photos, queue, rounds } from "./store.js";

export const PASSED = "达标";
export const FAILED = "不达标";
export const SKIPPED = "不适用";
export const RESULTS = [PASSED, FAILED, SKIPPED];
export const MOST_PHOTOS = 9;
const DAY = 86400000;

export const roundKey = (user, campaign) => `${user}|${campaign}`;
export const homeKey = (user, campaign, household) => `${user}|${campaign}|${household}`;
export const tickKey = (home, item) => `${home.key}|${item}`;
export const finishKey = (home, template) => `${home.key}|finish|${template}`;

export const homeOf = (entry) => homes.get(homeKey(entry.user, entry.campaign, entry.household));
export const sheetOf = (home, template) => home?.sheets.find((s) => s.template === template);
export const templateOf = (home, template) => rounds.get(roundKey(home.user, home.campaign))?.templates.find((t) => t.id === template);

/** The store's day, moved on by the days since the round was fetched. */
export function today(round) {
    if (round.isAsOf) return round.today;
    const passed = Math.floor((midnight(Date.now()) - midnight(round.fetched)) / DAY);
    return new Date(Date.parse(`${round.today}T00:00:00Z`) + passed * DAY).toISOString().slice(0, 10);
}

const midnight = (instant) => new Date(instant).setHours(12, 0, 0, 0);

/** One item with its answer: the queue's, else the store's. */
export function itemView(home, sheet, item) {
    const entry = queue.get(tickKey(home, item.id));
    const stored = sheet.answers[item.id];
    const result = (entry ?? stored)?.result ?? "";
    return {
        home, sheet, item, entry, stored, result,
        reasons: entry ? entry.reasons : (stored?.reasons ?? "").split("、").filter(Boolean),
        note: (entry ?? stored)?.note ?? "",
        state: entry?.state ?? (result ? "stored" : "empty"),
        unsentPhotos: [...photos.values()].filter((p) => p.item === item.id && p.household === home.id && p.campaign === home.campaign),
        sentPhotos: stored?.photos ?? [],
    };
}

/** One checklist of a household. */
export function sheetView(home, sheet) {
    const template = templateOf(home, sheet.template);
    const items = (template?.items ?? []).map((item) => itemView(home, sheet, item));
    const of = (result) => items.filter((i) => i.result === result);
    const weight = (views) => views.reduce((sum, v) => sum + v.item.weight, 0);
    const applicable = weight(of(PASSED)) + weight(of(FAILED));
    const finish = queue.get(finishKey(home, sheet.template));
    const isAnswered = items.length > 0 && items.every((i) => i.state === "stored");
    // Brought in complete from a sheet or an earlier day.
    const isOld = sheet.checkedOn && sheet.checkedOn < today(rounds.get(roundKey(home.user, home.campaign)));
    return {
        home, sheet, family: template?.family ?? "", items, finish,
        answered: items.filter((i) => i.result).length,
        passed: of(PASSED).length, failed: of(FAILED).length, skipped: of(SKIPPED).length,
        score: applicable === 0 ? "—" : `${(Math.round((weight(of(PASSED)) * 1000) / applicable) / 10).toFixed(1)}%`,
        isBegun: sheet.check != null || items.some((i) => i.entry),
        isDone: sheet.finishedOn != null || finish?.state === "waiting" || (isAnswered && isOld),
        isOld,
    };
}

/** A household in a list: how far it is, and what of it still waits or needs a decision. */
export function homeView(home) {
    const sheets = home.sheets.map((sheet) => sheetView(home, sheet));
    const sum = (of) => sheets.reduce((n, s) => n + of(s), 0);
    const [answered, total] = [sum((s) => s.answered), sum((s) => s.items.length)];
    const isDone = sheets.length > 0 && sheets.every((s) => s.isDone || (s.items.length > 0 && s.answered === s.items.length));
    const own = entriesOf(home);
    return {
        home, sheets, answered, total, failed: sum((s) => s.failed),
        word: isDone ? "已完成" : answered === 0 ? "未检查" : `${answered}/${total} 项`,
        look: isDone ? "finished" : answered === 0 ? "unchecked" : "going",
        isDone,
        unsent: own.length + photosOf(home).length,
        trouble: [...own, ...photosOf(home)].filter(isTrouble).length,
    };
}

export const entriesOf = (home) => [...queue.values()].filter((e) => e.household === home.id && e.campaign === home.campaign);
export const photosOf = (home) => [...photos.values()].filter((p) => p.household === home.id && p.campaign === home.campaign);

/** What does not go by itself: two different answers, or a refusal. */
export const isTrouble = (entry) => entry.state === "conflict" || entry.state === "refused";

/** What keeps a check from being finished, as Features/Checklists/CheckRules.cs says it. */
export function missing(view) {
    return view.items.flatMap((v) => {
        const unexplained = v.reasons.length === 0 && v.note === "";
        const text = v.result === "" ? "还没有检查。请选择达标、不达标或不适用。"
            : v.state === "conflict" ? "与别人的不一样。请先选择用谁的。"
                : v.result === SKIPPED && unexplained ? "没有写明为什么不适用。请选择或填写原因。"
                    : v.result === FAILED && unexplained ? "没有写明哪里不达标。请选择原因或填写说明。"
                        : v.result === FAILED && v.item.needsPhoto && v.unsentPhotos.length + v.sentPhotos.length === 0 ? "不达标需要照片。请拍照。"
                            : "";
        return text ? [{ view: v, text: `${v.item.name}：${text}` }] : [];
    });
}

/** 不适用：使用公用设施 */
export const summary = (answer) => {
    const reasons = Array.isArray(answer.reasons) ? answer.reasons.join("、") : answer.reasons ?? "";
    const more = reasons || (answer.result === PASSED ? "" : answer.note ?? "");
    return more ? `${answer.result}：${more}` : answer.result;
};

/** Everything of an answer, where two are compared. */
export const whole = (answer) => [answer.result, Array.isArray(answer.reasons) ? answer.reasons.join("、") : answer.reasons, answer.note].filter(Boolean).join("：");
