// The inspector's page: what is drawn where, and when the phone tries to send. See ADR 0012.
import { refresh } from "./actions.js";
import { button, el, icon, patch } from "./dom.js";
import { deskHref, hrefOf, householdPage, listHref } from "./household.js";
import { emptyPage, roundPage, villagePage } from "./lists.js";
import { homeKey, roundKey } from "./model.js";
import { flush, troubles } from "./sender.js";
import { changed, drawWith, state } from "./state.js";
import * as store from "./store.js";

const STALE = 300000;
const root = document.getElementById("field");
let shown = "";
let isReady = false;

const roundNow = () => store.rounds.get(roundKey(state.user, state.campaign));

/** Where the page stands: the part of the address behind #, so that one kept document serves every household. */
function place() {
    const [kind, id] = location.hash.slice(1).split("=");
    const home = kind === "household" ? store.homes.get(homeKey(state.user, state.campaign, Number(id))) : null;
    return { kind, id: Number(id), home };
}

function draw() {
    const round = roundNow();
    const { kind, id, home } = place();
    const only = round?.villages.length === 1 ? round.villages[0].id : null;
    const village = kind === "village" ? id : kind === "household" ? null : only;
    const parts = !round || (state.isMissing && store.unsent() === 0) ? [emptyPage()]
        : home ? householdPage(home, round)
            : village && !state.search ? villagePage(round, village)
                : roundPage(round);
    const held = document.activeElement?.closest?.("article.item")?.id;
    const fresh = el("div", { class: "check-page", id: "field", "data-interactive": isReady ? "true" : "false", "data-kept": `${state.isKept}`, "data-unsent": `${store.unsent()}` },
        bar(round, home, village, only), strips(), ...parts);
    patch(root, fresh);
    // A card that folded takes its button with it: the keyboard goes on from the card.
    if (held && document.activeElement === document.body) document.querySelector(`#${held} .fold, #${held} [data-name]`)?.focus({ preventScroll: true });
}

function bar(round, home, village, only) {
    const back = home ? listHref(home) : village && !only ? "#" : "/checklists";
    const waiting = store.unsent();
    return el("header", { class: "check-bar", "data-key": "bar" },
        el("a", { class: "bar-btn", href: back, "aria-label": home ? "返回户名单" : village && !only ? "返回各村" : "返回活动列表" }, icon("back")),
        el("h1", null, "规范提升检查"),
        el("span", { class: "sent", role: "status" }, waiting > 0
            ? [icon(state.busy ? "waiting" : "cloud-off"), `${waiting} 项待传`]
            : round && state.status === "ok" && [icon("stored"), "已上传"]),
        el("details", { class: "menu", "data-menu": true, "data-key": "menu" },
            el("summary", { class: "bar-btn", "aria-label": "更多" }, icon("more")),
            el("div", { class: "menu-panel" },
                el("a", { class: "menu-item", href: "#" }, icon("list"), "各村和户"),
                home && el("a", { class: "menu-item", href: deskHref(home) }, icon("desk"), "联网入户页"),
                el("a", { class: "menu-item", href: `/checklists/${state.campaign}` }, icon("campaigns"), "活动进度"),
                el("a", { class: "menu-item", href: "/help" }, icon("info"), "帮助"),
                el("a", { class: "menu-item", href: "/" }, icon("home"), "总览"))));
}

/** What must not be overlooked: what needs a decision, what is not sent and why. */
function strips() {
    const [trouble] = troubles();
    const count = troubles().length;
    const [text, tool] = sendWords(store.unsent());
    return [
        state.fault && el("div", { class: "check-strip late", role: "alert", "data-key": "fault" }, icon("error"), el("span", null, state.fault)),
        trouble && el("div", { class: "check-strip late", role: "status", "data-key": "trouble" }, icon("warning"),
            el("span", null, `${count} 项没有存上，请处理`),
            el("a", { class: "strip-btn", href: trouble.campaign === state.campaign ? hrefOf({ id: trouble.household }) : `/checklists/${trouble.campaign}/field${hrefOf({ id: trouble.household })}` }, "去看")),
        text && el("div", { class: "check-strip", role: "status", "data-key": "send" }, icon(state.status === "login" ? "login" : "no-signal"), el("span", null, text), tool),
    ];
}

function sendWords(unsent) {
    const waiting = unsent > 0 ? `${unsent} 项已存在本机` : "可以继续检查，内容存在本机";
    const retry = button({ class: "strip-btn", onclick: tryNow }, "重试");
    const login = el("a", { class: "strip-btn", href: `/login?returnUrl=${encodeURIComponent(location.pathname)}` }, "请重新登录");
    switch (state.status) {
        case "offline": return [`没有信号，${waiting}`, retry];
        case "down": return [`暂时传不上去，${waiting}`, retry];
        case "login": return [`登录已到期，${waiting}`, login];
        case "other": return ["登录的是另一个账号，正在换成他的内容", retry];
        case "forbidden": return [`您的账号现在不能检查，${waiting}。请联系系统管理员`, retry];
        case "old": return [`本页有新版本，${waiting}`, button({ class: "strip-btn", onclick: () => location.reload() }, "刷新")];
        default: return [];
    }
}

/** Sends what waits, and looks what others have done meanwhile. */
async function tryNow() {
    await flush();
    if (state.status !== "ok" || Date.now() - (roundNow()?.fetched ?? 0) > STALE) {
        if (await refresh() === "ok") await flush();
    }
}

/** A household far down a list does not scroll the next one. */
async function follow() {
    const { kind, id } = place();
    state.missing = [];
    state.editing = "";
    if (kind === "household") state.current = 0;
    changed();
    await Promise.resolve();
    if (shown !== location.hash) {
        scrollTo(0, 0);
        root.querySelector("h2")?.focus({ preventScroll: true });
    }
    shown = location.hash;
    const round = roundNow();
    if (kind === "village" && round?.isPartial) await refresh(id);
}

/** Asks the browser to keep the page itself; only https and localhost may. */
async function keepPage() {
    if (!("serviceWorker" in navigator)) return;
    await navigator.serviceWorker.register("/checklists/sw.js", { scope: "/checklists/" });
    const { active } = await navigator.serviceWorker.ready;
    const line = new MessageChannel();
    line.port1.onmessage = ({ data }) => {
        state.isKept ||= data === true;
        changed();
    };
    active.postMessage({ keep: location.pathname }, [line.port2]);
}

function closeMenu(e) {
    const menu = document.querySelector("details[data-menu][open]");
    if (menu && (e.key === "Escape" || (e.type === "click" && (!menu.contains(e.target) || e.target.closest(".menu-item"))))) menu.open = false;
}

async function start() {
    const theme = document.cookie.match(/(?:^|; )ui-theme=(\w+)/)?.[1];
    if (theme) document.documentElement.dataset.theme = theme;
    drawWith(draw);
    store.follow(changed);
    addEventListener("hashchange", follow);
    addEventListener("online", tryNow);
    addEventListener("pageshow", (e) => { if (e.persisted) tryNow(); });
    document.addEventListener("visibilitychange", () => { if (!document.hidden) tryNow(); });
    document.addEventListener("click", closeMenu);
    document.addEventListener("keydown", closeMenu);
    state.user = store.owner();
    // Nobody is known: what was kept for the last user is not for the next one.
    if (state.user) await store.load(state.user);
    else await store.forget();
    changed();
    keepPage().catch(() => changed());
    if (state.user) await flush();
    // Only now is it known whose queue this is, where nobody was logged in before.
    if (await refresh() === "ok") await flush();
    isReady = true;
    changed();
    await follow();
}

start().catch(() => {
    state.fault = "本机不能保存内容（可能是无痕窗口或存储已满）。请换普通窗口打开，或联网使用入户页。";
    isReady = true;
    changed();
});
