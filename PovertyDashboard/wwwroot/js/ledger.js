// Tables of ledgers without round trips: rows by arrow keys, Enter and Space; a click on a row opens it; Chinese input methods.
const table = "[data-ledger-table]";
const controls = "a,button,input,label,select,textarea,summary,[data-own]";

const step = (row, key) => {
    const rows = [...row.closest("tbody").querySelectorAll(":scope > tr[data-row]")];
    const at = rows.indexOf(row);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[key];
    return rows[Math.max(0, Math.min(rows.length - 1, to))];
};

document.addEventListener("keydown", (e) => {
    const row = e.target;
    if (e.ctrlKey || e.metaKey || e.altKey || !(row instanceof HTMLElement) || !row.matches(`${table} tr[data-row]`)) return;
    if (["ArrowDown", "ArrowUp", "Home", "End"].includes(e.key)) {
        e.preventDefault();
        const next = step(row, e.key);
        next?.focus();
        next?.scrollIntoView({ block: "nearest" });
    } else if (e.key === "Enter") {
        e.preventDefault();
        row.querySelector("[data-open]")?.click();
    } else if (e.key === " ") {
        e.preventDefault();
        row.querySelector("[data-pick]")?.click();
    }
});

document.addEventListener("click", (e) => {
    const row = e.target.closest?.(`${table} tr[data-row]`);
    if (!row || e.target.closest(controls) || !getSelection().isCollapsed) return;
    row.querySelector("[data-open]")?.click();
});

// While an input method composes, the letters are not yet what the user searches for.
window.addEventListener("input", (e) => {
    if (e.isComposing && e.target.matches("[data-ime]")) e.stopImmediatePropagation();
}, true);

window.addEventListener("compositionend", (e) => {
    if (e.target.matches("[data-ime]")) e.target.dispatchEvent(new Event("input", { bubbles: true }));
}, true);
