// One household: who it is, how far its check is, the items, and the bar under the thumb.
import { draft, finish } from "./actions.js";
import { button, el, icon } from "./dom.js";
import { cardId, itemCard } from "./item.js";
import { FAILED, homeView, PASSED, SKIPPED, tickKey, today } from "./model.js";
import { changed, state } from "./state.js";
import * as store from "./store.js";

const TONES = { [PASSED]: "passed", [FAILED]: "failed", [SKIPPED]: "skipped" };

export const hrefOf = (home) => `#household=${home.id}`;
export const listHref = (home) => `#village=${home.village}`;

/** Parts of the page below its bar. */
export function householdPage(home, round) {
    const { sheets } = homeView(home);
    if (sheets.length === 0) return [notice("warn", "warning", "这一户没有检查表。请联网重新打开，或联系扶贫办。")];
    const view = sheets.find((s) => s.sheet.template === state.chosen.get(home.key)) ?? sheets[0];
    const day = today(round);
    const isInside = round.campaign.startsOn <= day && day <= round.campaign.endsOn;
    const canTick = isInside || view.isBegun;
    return [
        head(home, view, round),
        sheets.length > 1 && el("nav", { class: "check-tabs", "aria-label": "检查表" }, sheets.map((s) => button(
            { class: "tab", "aria-pressed": `${s === view}`, onclick: () => { state.chosen.set(home.key, s.sheet.template); state.missing = []; changed(); } },
            `${s.family} ${s.answered}/${s.items.length}`))),
        el("main", { class: "check-list", id: "items" },
            home.rechecks > 0 && el("a", { class: "notice warn recheck-link", href: deskHref(home) }, icon("recheck"), `这一户有 ${home.rechecks} 项待复查，请联网后在入户页登记`),
            !canTick && notice("info", "info", `活动的检查期是 ${round.campaign.startsOn} 至 ${round.campaign.endsOn}，今天（${day}）不能新开检查。`),
            view.items.map((item) => itemCard(item, round, canTick)),
            end(view)),
        foot(home, view, canTick),
    ];
}

export const deskHref = (home) => `/checklists/${home.campaign}/households/${home.id}`;

const notice = (tone, sign, text) => el("p", { class: `notice ${tone}` }, icon(sign), text);

const neighbours = (home) => [...store.homes.values()].filter((h) => h.village === home.village && h.campaign === home.campaign).sort((a, b) => a.id - b.id);

function head(home, view, round) {
    const all = neighbours(home);
    const at = all.findIndex((h) => h.id === home.id);
    const village = round.villages.find((v) => v.id === home.village)?.name;
    const step = (to, label, sign) => to
        ? el("a", { class: "square", href: hrefOf(to), "aria-label": label }, icon(sign))
        : el("span", { class: "square off", "aria-hidden": "true" }, icon(sign));
    return el("section", { class: "check-head", "aria-label": "户情和进度" },
        el("div", { class: "who" },
            el("div", { class: "grow" },
                el("h2", { tabindex: "-1" }, home.name),
                el("p", null, [village, home.size && `${home.size} 口人`, home.type].filter(Boolean).join(" · ")),
                el("p", null, home.number),
                home.earlier && el("p", null, home.earlier)),
            el("a", { class: "square", href: listHref(home), "aria-label": "户名单" }, icon("list")),
            el("a", { class: "square", href: `/households/${home.id}`, "aria-label": "一户一档（联网）" }, icon("file"))),
        el("nav", { class: "walk", "aria-label": "换户" },
            step(all[at - 1], "上一户", "left"),
            el("span", null, el("b", null, `第 ${at + 1} 户`), `，共 ${all.length} 户`),
            step(all[at + 1], "下一户", "right")),
        el("div", { class: "segments-bar", "aria-hidden": "true" }, view.items.map((i) => el("span", { class: `segment ${TONES[i.result] ?? ""}` }))),
        el("p", { class: "words", role: "status" },
            el("span", null, "已检 ", el("b", null, `${view.answered}`), ` / ${view.items.length} 项`),
            el("span", null, `达标 ${view.passed} · `, el("b", { class: view.failed > 0 ? "bad" : "" }, `不达标 ${view.failed}`), ` · 不适用 ${view.skipped}`)));
}

/** The end of a check: score, words on the whole household, what is still missing. */
function end(view) {
    const faults = [...state.missing.filter((m) => m.view.sheet.template === view.sheet.template).map((m) => m.text), ...(view.finish?.faults ?? [])];
    return el("section", { class: "finish card", "aria-label": "完成检查", "data-key": "finish" },
        view.isDone
            ? [
                el("p", { class: "done" }, icon("done"), el("b", null, view.finish ? "检查已完成，待上传" : "检查已完成"), view.finish ? "" : `（${view.sheet.finishedOn ?? view.sheet.checkedOn}）`, `，得分 ${view.score}`),
                view.isOld && el("a", { class: "btn", href: deskHref(view.home) }, "再查一次（联网）"),
            ]
            : view.isBegun
                ? [
                    el("p", { class: "score" }, "当前得分 ", el("b", null, view.score), view.answered < view.items.length ? `，还有 ${view.items.length - view.answered} 项未检` : ""),
                    el("label", { class: "field" }, el("span", null, "备注"), el("textarea", { class: "input", id: "finish-note", rows: "2", maxlength: "500", placeholder: "整户情况，可不填", text: view.sheet.draft ?? view.sheet.note ?? "", oninput: (e) => draft(view, e.target.value) })),
                ]
                : el("p", { class: "muted" }, "勾选任何一项即开始检查。每点一下就存在本机，有信号时自动上传。"),
        faults.length > 0 && el("div", { class: "notice error", role: "alert" }, icon("error"),
            el("div", null, el("p", null, "还不能完成："), el("ul", null, faults.map((f) => el("li", null, f))))));
}

function foot(home, view, canTick) {
    const list = (text) => el("a", { class: "btn big", href: listHref(home) }, text);
    if (view.isDone || !canTick) {
        const all = neighbours(home);
        const next = all[all.findIndex((h) => h.id === home.id) + 1];
        return el("footer", { class: "check-foot" }, list("名单"), next
            ? el("a", { class: "btn big main", href: hrefOf(next) }, "下一户", icon("forward"))
            : el("a", { class: "btn big main", href: listHref(home) }, "本村已到最后一户"));
    }
    const open = nextOpen(view);
    return el("footer", { class: "check-foot" }, list("暂存"), open
        ? button({ class: "btn big main", onclick: () => go(open) }, `下一项未检：${open.item.name}`, icon("down"))
        : button({ class: "btn big main", onclick: () => conclude(view) }, icon("done"), "完成检查"));
}

/** The first item without answer after the last one, and then from the top. */
function nextOpen(view) {
    const from = view.items.findIndex((i) => i.item.id === state.current) + 1;
    return [...view.items.slice(from), ...view.items.slice(0, from)].find((i) => !i.result);
}

function conclude(view) {
    const first = finish(view);
    if (first) go(first);
}

/** Brings an item under the thumb and gives it the focus. */
function go(view) {
    state.current = view.item.id;
    if (view.result) state.open.add(tickKey(view.home, view.item.id));
    changed();
    requestAnimationFrame(() => {
        const card = document.getElementById(cardId(view.item));
        const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        card?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
        card?.querySelector("[data-name]")?.focus({ preventScroll: true });
    });
}
