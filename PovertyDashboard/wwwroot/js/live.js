// Live indicators: seconds since the last change shown, a lost connection, and at most one spoken word in 30 s.
(() => {
    "use strict";
    const seen = new WeakMap();
    let spokenAt = 0;

    const age = (ms) => {
        const s = Math.floor(ms / 1000);
        if (s < 1) return "刚刚";
        if (s < 60) return `${s} 秒前`;
        return s < 3600 ? `${Math.floor(s / 60)} 分钟前` : `${Math.floor(s / 3600)} 小时前`;
    };

    const clock = (date) => date.toLocaleTimeString("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });

    const put = (root, name, text) => {
        const node = root.querySelector(`[${name}]`);
        if (node && node.textContent !== text) node.textContent = text;
    };

    const speak = (node, now) => {
        if (now - spokenAt < 30000) return;
        spokenAt = now;
        put(node, "data-live-say", `数据已更新，${clock(new Date())}`);
    };

    const tick = () => {
        const now = performance.now();
        for (const node of document.querySelectorAll("[data-live]")) {
            let state = seen.get(node);
            if (!state || state.change !== node.dataset.live) {
                if (state) speak(node, now);
                state = { change: node.dataset.live, at: now, time: clock(new Date()) };
                seen.set(node, state);
            }
            put(node, "data-live-age", age(now - state.at));
            put(node, "data-live-time", state.time);
        }
    };

    setInterval(tick, 1000);

    document.addEventListener("DOMContentLoaded", () => {
        tick();
        document.getElementById("components-reconnect-modal")?.addEventListener("components-reconnect-state-changed", (e) => {
            document.documentElement.toggleAttribute("data-offline", e.detail.state !== "hide");
        });
    });
})();
