// Tells the server that somebody is at the keyboard, announces the end of an idle login and ends it.
// An open page has no cookie that expires, and a live chart moves by itself: only real input counts.
(() => {
    "use strict";
    const limit = Number(document.documentElement.dataset.idleMinutes) * 60000;
    if (!limit) return;
    const key = "session-last-input";
    const tellEvery = 50000;
    const warnBefore = 120000;
    const screenEvery = 300000;
    const notice = document.getElementById("session-notice");
    const form = document.getElementById("session-end");
    let ended = false;

    // Shared by all windows of this browser: work in one keeps the others.
    const last = () => Number(localStorage.getItem(key)) || 0;
    const note = () => localStorage.setItem(key, Date.now());

    const end = () => {
        // Without a network the page stays, so that nothing typed is lost.
        if (ended || !navigator.onLine) return;
        ended = true;
        form.elements.returnUrl.value = location.pathname + location.search;
        form.submit();
    };

    const tell = async () => {
        note();
        notice.hidden = true;
        try {
            const answer = await fetch("/account/alive", { method: "POST" });
            if (answer.status === 401) end();
        } catch {
            // No network: the next input tells again.
        }
    };

    const input = (e) => {
        // The notice's own button must still be there when the press becomes a click.
        if (ended || notice.contains(e.target)) return;
        notice.hidden = true;
        if (Date.now() - last() >= tellEvery) tell();
    };

    const look = () => {
        const idle = Date.now() - last();
        // The big screen hangs on a wall where nobody types; it shows no names.
        if (location.pathname === "/screen") {
            if (idle >= screenEvery) tell();
            return;
        }
        if (idle >= limit) end();
        else notice.hidden = idle < limit - warnBefore;
    };

    note();
    for (const kind of ["pointerdown", "keydown", "wheel", "touchmove"]) addEventListener(kind, input, { capture: true, passive: true });
    document.getElementById("session-stay").addEventListener("click", tell);
    setInterval(look, 5000);
    document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
})();
