// The big screen: one canvas of 1920 × 1080 scaled into the window, a clock, and the full-screen button.
const [width, height] = [1920, 1080];
const time = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: "Asia/Shanghai" });

export function fit(canvas) {
    const scale = () => {
        const factor = Math.min(innerWidth / width, innerHeight / height);
        canvas.style.transform = `translate(${(innerWidth - width * factor) / 2}px, ${(innerHeight - height * factor) / 2}px) scale(${factor})`;
    };

    const tick = () => {
        const clock = canvas.querySelector("[data-clock]");
        const now = time.format(new Date());
        if (clock && clock.textContent !== now) clock.textContent = now;
    };

    const full = (e) => {
        if (!e.target.closest("[data-fullscreen]")) return;
        if (document.fullscreenElement) document.exitFullscreen();
        else document.documentElement.requestFullscreen?.();
    };

    const timer = setInterval(tick, 1000);
    addEventListener("resize", scale);
    canvas.addEventListener("click", full);
    scale();
    tick();
    return {
        dispose() {
            clearInterval(timer);
            removeEventListener("resize", scale);
            canvas.removeEventListener("click", full);
        },
    };
}
