// The round: its villages, the households of one, and what was searched for.
import { el, icon } from "./dom.js";
import { hrefOf } from "./household.js";
import { homeView } from "./model.js";
import { changed, state } from "./state.js";
import * as store from "./store.js";

const MOST_FOUND = 50;
const TONES = { finished: "closed", going: "rectify", unchecked: "outlined" };

const homesOf = (round) => [...store.homes.values()].filter((h) => h.campaign === round.id).sort((a, b) => a.village - b.village || a.id - b.id);

/** Villages with how far they are. */
export function roundPage(round) {
    const homes = homesOf(round);
    const found = state.search ? homes.filter((h) => `${h.name} ${h.number}`.includes(state.search)) : null;
    const towns = new Set(round.villages.map((v) => v.town)).size;
    return [
        el("section", { class: "check-head", "aria-label": "活动" },
            el("h2", { tabindex: "-1" }, round.campaign.title),
            el("p", { class: "muted" }, `${round.campaign.place} · ${round.campaign.startsOn} 至 ${round.campaign.endsOn.slice(5)}${round.isAsOf ? ` · 数据截至 ${round.today}` : ""}`),
            readiness(round, homes),
            el("label", { class: "find" }, icon("search"), el("input", {
                class: "input", id: "find", type: "search", placeholder: "户主或户编号", "aria-label": "查户", maxlength: "30", text: state.search,
                oninput: (e) => { state.search = e.target.value.trim(); changed(); },
            }))),
        el("main", { class: "check-list", id: "round" }, found
            ? [
                el("p", { class: "muted", role: "status" }, found.length > MOST_FOUND ? `找到 ${found.length} 户，显示前 ${MOST_FOUND} 户，请多输几个字。` : found.length > 0 ? `找到 ${found.length} 户。` : `没有找到“${state.search}”。请换户主姓名或户编号再查。`),
                found.length > 0 && households(found.slice(0, MOST_FOUND), round),
            ]
            : round.villages.length === 0
                ? el("p", { class: "notice info" }, icon("info"), "您的管辖范围里还没有这次活动的户。请联系扶贫办导入户信息。")
                : el("ul", { class: "field-list card flush" }, round.villages.map((v) => villageRow(v, homes.filter((h) => h.village === v.id), towns > 1)))),
    ];
}

/** Whether one may go where there is no network. */
function readiness(round, homes) {
    if (!window.isSecureContext) return el("p", { class: "notice info", "data-key": "ready" }, icon("info"), `已存本机 ${homes.length} 户。本网址不是 https：没有信号时请不要关闭或刷新本页；勾选的内容不会丢。`);
    const when = new Date(round.fetched).toLocaleString("zh-CN", { month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hour12: false }).replace("/", "-");
    if (round.isPartial) return el("p", { class: "notice info", "data-key": "ready" }, icon("info"), `户数较多，请先打开要去的村，打开过的村没有信号也能检查。已存 ${homes.length} 户。`);
    return el("p", { class: "ready", "data-key": "ready", role: "status" }, icon(state.isKept ? "ready" : "waiting"),
        state.isKept ? `${homes.length} 户已存本机（${when}），没有信号也能检查` : `正在存到本机，请稍等再离开有信号的地方`);
}

function villageRow(village, homes, withTown) {
    const views = homes.map(homeView);
    const unsent = views.reduce((n, v) => n + v.unsent, 0);
    const checked = homes.length > 0 ? views.filter((v) => v.answered > 0).length : village.checked;
    const total = homes.length > 0 ? homes.length : village.households;
    return el("li", null, el("a", { href: `#village=${village.id}` },
        el("span", { class: "name" }, withTown ? `${village.town} ${village.name}` : village.name),
        el("span", { class: "sum" }, homes.length > 0 ? `已检 ${checked} / ${total} 户` : `已检 ${checked} / ${total} 户 · 还没有存到本机`),
        unsent > 0 ? el("span", { class: "chip verify" }, icon("waiting"), `${unsent} 待传`) : el("span", { class: "chip outlined" }, total === checked ? "已检完" : `剩 ${total - checked} 户`),
        icon("right")));
}

/** The households of one village. */
export function villagePage(round, village) {
    const homes = homesOf(round).filter((h) => h.village === village);
    const views = homes.map(homeView);
    const next = views.find((v) => !v.isDone && v.answered > 0) ?? views.find((v) => !v.isDone);
    return [
        el("section", { class: "check-head", "aria-label": "村" },
            el("h2", { tabindex: "-1" }, round.villages.find((v) => v.id === village)?.name ?? "村"),
            el("p", { class: "muted" }, `${homes.length} 户，已检 ${views.filter((v) => v.answered > 0).length} 户，已完成 ${views.filter((v) => v.isDone).length} 户`)),
        el("main", { class: "check-list", id: `village-${village}` },
            homes.length === 0
                ? el("p", { class: "notice info", role: "status" }, icon("info"), state.status === "ok" ? "正在取这个村的户。" : "这个村还没有存到本机。请到有信号的地方再打开。")
                : households(homes, round)),
        next && el("footer", { class: "check-foot" },
            el("a", { class: "btn big", href: "#" }, "各村"),
            el("a", { class: "btn big main", href: hrefOf(next.home) }, `检查下一户：${next.home.name}`, icon("forward"))),
    ];
}

const households = (homes, round) => el("ul", { class: "field-list card flush" }, homes.map((home) => {
    const view = homeView(home);
    return el("li", { "data-key": `home-${home.id}` }, el("a", { href: hrefOf(home) },
        el("span", { class: "name" }, home.name),
        el("span", { class: "sum" }, [state.search && round.villages.find((v) => v.id === home.village)?.name, home.number, view.failed > 0 && `不达标 ${view.failed}`].filter(Boolean).join(" · ")),
        view.trouble > 0 ? el("span", { class: "chip overdue" }, icon("warning"), "要处理")
            : view.unsent > 0 ? el("span", { class: "chip verify" }, icon("waiting"), `${view.unsent} 待传`)
                : el("span", { class: `chip ${TONES[view.look]}` }, icon(view.look), view.word),
        icon("right")));
}));

/** Where the page has nothing of the round yet. */
export const emptyPage = () => el("main", { class: "check-list" }, state.isMissing
    ? el("div", { class: "notice warn" }, icon("warning"), el("div", null, el("p", null, "没有这次活动：它已被删除，或不在您的管辖范围内。"), el("a", { class: "btn", href: "/checklists" }, "返回活动列表")))
    : state.status === "ok"
        ? el("p", { class: "muted", role: "status" }, "正在取这次活动的户……")
        : el("div", { class: "notice info", role: "status" }, icon("info"), el("p", null, "本机还没有这次活动的户。请到有信号的地方打开本页一次，之后没有信号也能检查。")));
