// What the page shows beside the records: where it stands, how the last sending went, which cards are open.
export const state = {
    user: "",
    campaign: Number(location.pathname.split("/")[2]),
    /** How the last request went: a word of api.js. */
    status: "ok",
    busy: false,
    /** No such campaign, or not for this user. */
    isMissing: false,
    /** The browser keeps the page itself: it opens without network. */
    isKept: false,
    /** What the phone could not keep, in words. */
    fault: "",
    search: "",
    /** Keys of the cards that are open though answered. */
    open: new Set(),
    /** Chosen checklist by household. */
    chosen: new Map(),
    /** The item that the bar at the bottom goes on from. */
    current: 0,
    /** What keeps the shown check from being finished. */
    missing: [],
    editing: "",
};

let draw = () => { };
let asked = false;

/** Names the one function that draws the page. */
export const drawWith = (fresh) => { draw = fresh; };

/** Draws the page soon; many changes in a row draw once. */
export function changed() {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
        asked = false;
        draw();
    });
}
