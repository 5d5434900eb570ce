// Draws the page: a view makes its elements anew, and patch() brings the shown ones into the same state without taking the
// focus or a half-typed word away.
const SVG = "http://www.w3.org/2000/svg";
const HANDLERS = ["onclick", "oninput", "onchange"];

/** el("button", { class: "btn", onclick }, "重试"); empty and false children and attributes are left out. */
export function el(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (value === null || value === undefined || value === false || value === "") continue;
        if (HANDLERS.includes(name)) node[name] = value;
        else if (name === "text") node.value = value;
        else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false && child !== ""));
    return node;
}

/** One of the symbols that the document brings (Features/Checklists/Field/FieldIcons.cs). */
export function icon(name) {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("class", "icon");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(SVG, "use");
    use.setAttribute("href", `#i-${name}`);
    svg.append(use);
    return svg;
}

export const button = (attributes, ...children) => el("button", { type: "button", ...attributes }, ...children);

const keyOf = (node) => node.nodeType === 1 ? node.id || node.dataset.key || "" : "";

/** Makes the shown node like the fresh one. */
export function patch(shown, fresh) {
    if (shown.nodeName !== fresh.nodeName || keyOf(shown) !== keyOf(fresh)) return void shown.replaceWith(fresh);
    if (shown.nodeType !== 1) {
        if (shown.data !== fresh.data) shown.data = fresh.data;
        return;
    }
    for (const { name } of [...shown.attributes]) if (!fresh.hasAttribute(name) && name !== "open") shown.removeAttribute(name);
    for (const { name, value } of [...fresh.attributes]) if (shown.getAttribute(name) !== value) shown.setAttribute(name, value);
    for (const name of HANDLERS) shown[name] = fresh[name];
    if (shown.matches("input:not([type=file]), textarea")) {
        if (shown !== document.activeElement && shown.value !== fresh.value) shown.value = fresh.value;
        return;
    }
    patchChildren(shown, fresh);
}

/** Children with a key keep their node; their order does not change between two states of one view. */
function patchChildren(shown, fresh) {
    const keyed = new Map([...shown.children].map((child) => [keyOf(child), child]));
    let at = shown.firstChild;
    for (const next of [...fresh.childNodes]) {
        const same = keyOf(next) ? keyed.get(keyOf(next)) : null;
        if (same?.parentNode === shown) {
            while (at && at !== same) at = drop(at);
            at = same.nextSibling;
            patch(same, next);
        } else if (at && !keyOf(at) && !keyOf(next)) {
            const old = at;
            at = at.nextSibling;
            patch(old, next);
        } else {
            shown.insertBefore(next, at);
        }
    }
    while (at) at = drop(at);
}

function drop(node) {
    const next = node.nextSibling;
    node.remove();
    return next;
}
