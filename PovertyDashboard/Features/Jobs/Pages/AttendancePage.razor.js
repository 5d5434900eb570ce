// Moves the focus through the tick grid by arrow keys; ticking itself is the buttons' own click.
const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function rows(host) {
    return [...host.querySelectorAll("tr.person")].map(row => [...row.querySelectorAll("button.mark")]);
}

export function wire(host) {
    if (!host || host.dataset.wired) return;
    host.dataset.wired = "1";
    host.addEventListener("keydown", event => {
        const button = event.target.closest?.("button.mark");
        if (!button || !steps[event.key]) return;
        const [down, right] = steps[event.key];
        const all = rows(host);
        const row = all.findIndex(r => r.includes(button));
        const next = all[row + down]?.[all[row].indexOf(button) + right];
        event.preventDefault();
        next?.focus();
    });
}
