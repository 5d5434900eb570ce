// Brings an item under the thumb and gives it the focus, so that a screen reader goes on there too.
export function show(id) {
    requestAnimationFrame(() => {
        const card = document.getElementById(id);
        if (!card) return;
        const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
        card.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
        card.querySelector("[data-name]")?.focus({ preventScroll: true });
    });
}
