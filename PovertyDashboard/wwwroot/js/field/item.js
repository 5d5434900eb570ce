// One item of a checklist as a card: the same looks as Features/Checklists/Pages/CheckItemCard.razor.
import { answer, discard, due, keepMine, note, takeTheirs, toggle } from "./actions.js";
import { button, el, icon } from "./dom.js";
import { FAILED, PASSED, RESULTS, SKIPPED, summary, tickKey, today, whole } from "./model.js";
import { photoStrip } from "./photos.js";
import { changed, state } from "./state.js";

const TONES = { [PASSED]: "closed", [FAILED]: "overdue", [SKIPPED]: "assign" };
const ICONS = { [PASSED]: "pass", [FAILED]: "fail", [SKIPPED]: "skip" };

export const cardId = (item) => `item-${item.id}`;

export function itemCard(view, round, canTick) {
    const { home, item, entry, result } = view;
    const key = tickKey(home, item.id);
    // What needs a hand is never folded away.
    const isFolded = result && !state.open.has(key) && !needsHand(view);
    const attributes = { class: `item card ${result === FAILED && !isFolded ? "failing" : ""}`, id: cardId(item), "aria-labelledby": `${cardId(item)}-name`, "data-state": view.state };
    if (isFolded) {
        return el("article", attributes, button({ class: "fold", "data-key": "fold", "aria-expanded": "false", onclick: () => { state.open.clear(); state.open.add(key); changed(); } },
            el("span", { class: "no" }, `${item.number}`),
            name(item, "span"),
            el("span", { class: "chips" }, el("span", { class: `chip ${TONES[result]}` }, icon(ICONS[result]), summary(view)), isWaiting(view) && sendChip(view)),
            icon("unfold")));
    }
    return el("article", attributes,
        el("div", { class: "item-head", "data-key": "head" },
            el("span", { class: "no" }, `${item.number}`),
            name(item, "h3"),
            sendChip(view),
            result && view.state !== "conflict" && button({ class: "icon-btn", "aria-label": `收起${item.name}`, "aria-expanded": "true", onclick: () => { state.open.delete(key); changed(); } }, icon("fold"))),
        item.standard && el("p", { class: "standard" }, item.standard),
        view.state === "conflict" ? clash(view) : answers(view, canTick),
        view.state === "refused" && el("div", { class: "notice error", role: "alert", "data-key": "refused" }, icon("error"),
            el("div", { class: "refusal" }, el("p", null, entry.reason), button({ class: "btn", onclick: () => discard(entry) }, "放弃这一项"))),
        view.state !== "conflict" && result && result !== PASSED && more(view, round, canTick));
}

const name = (item, tag) => el(tag, { class: "name", id: `${cardId(item)}-name`, "data-name": true, tabindex: "-1" }, item.name);

const needsHand = (view) => view.state === "conflict" || view.state === "refused" || view.unsentPhotos.some((p) => p.reason);

const isWaiting = (view) => view.state === "waiting" || view.unsentPhotos.length > 0;

function sendChip(view) {
    if (needsHand(view)) return el("span", { class: "chip overdue" }, icon("warning"), "没有存上");
    if (isWaiting(view)) return el("span", { class: "chip verify" }, icon("waiting"), "待上传");
    return view.state === "stored" && el("span", { class: "chip closed" }, icon("stored"), "已上传");
}

const answers = (view, canTick) => el("div", { class: "answers", role: "group", "aria-label": `${view.item.name}的结果`, "data-key": "answers" },
    RESULTS.map((result) => button(
        { class: `answer ${TONES[result]}`, "aria-pressed": `${view.result === result}`, disabled: !canTick, onclick: () => answer(view, result) },
        icon(ICONS[result]), result)));

function clash(view) {
    const { theirs } = view.entry;
    return el("div", { class: "notice warn clash", role: "alert", "data-key": "clash" }, el("div", null,
        el("p", null, el("b", null, theirs.by), ` 在 ${theirs.at} 先改了这一项。您的还没有存。`),
        el("dl", null, el("dt", null, "对方的"), el("dd", null, whole(theirs)), el("dt", null, "您的"), el("dd", null, whole(view))),
        el("div", { class: "choice" },
            button({ class: "btn", onclick: () => takeTheirs(view) }, "用对方的"),
            button({ class: "btn", onclick: () => keepMine(view) }, "用我的"))));
}

/** What a failure, or an item that does not apply, asks for. */
function more(view, round, canTick) {
    const { item, result } = view;
    const isFailed = result === FAILED;
    const offered = [...new Set([...(isFailed ? item.reasons : round.campaign.notApplicable), round.campaign.other, ...view.reasons])];
    return [
        el("div", { class: "reasons", role: "group", "aria-label": isFailed ? "哪里不达标" : "为什么不适用", "data-key": "reasons" },
            offered.map((reason) => {
                const isOn = view.reasons.includes(reason);
                return button({ class: `reason ${isFailed ? "bad" : ""}`, "aria-pressed": `${isOn}`, disabled: !canTick, onclick: () => toggle(view, reason) }, isOn && icon("pass"), reason);
            })),
        photoStrip(view, canTick),
        el("textarea", {
            class: "input note", rows: "2", maxlength: "500", "data-key": "note", "aria-label": `${item.name}的说明`, placeholder: isFailed ? "说明情况，可不填" : "补充原因，可不填",
            disabled: !canTick, text: view.note, oninput: (e) => note(view, e.target.value, false), onchange: (e) => note(view, e.target.value, true),
        }),
        isFailed && problemLine(view, round, canTick),
    ];
}

/** The problem that the failure has opened, with its deadline. */
function problemLine(view, round, canTick) {
    const { item, stored, entry } = view;
    const day = today(round);
    const shown = entry?.due ?? stored?.due;
    const words = (text) => el("span", { class: "grow" }, text);
    const line = (...parts) => el("div", { class: "problem", "data-key": "problem" }, icon("problem"), ...parts);
    if (!stored?.problem) return line(words(view.state === "stored" ? "这一项的问题已销号，等复查结果。" : "存上后转整改台账。"));
    const deadline = !shown ? "未定" : shown.slice(0, 4) === day.slice(0, 4) ? shown.slice(5) : shown;
    const isOpen = stored.problem === "待交办";
    return line(
        words(isOpen ? ["已转", el("b", null, "整改台账"), `，时限 ${deadline}`] : ["整改台账：", el("b", null, stored.problem), `，时限 ${deadline}`]),
        canTick && isOpen && button({ class: "edit", "aria-label": `改${item.name}的整改时限`, "aria-expanded": `${state.editing === cardId(item)}`, onclick: () => { state.editing = state.editing ? "" : cardId(item); changed(); } }, "改"),
        state.editing === cardId(item) && el("input", { class: "input", type: "date", "data-key": "due", "aria-label": "整改时限", min: day, text: shown ?? "", onchange: (e) => due(view, e.target.value < day ? "" : e.target.value) }));
}
