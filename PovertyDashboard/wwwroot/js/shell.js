// What works without a round trip and also on pages that are plain forms: menu, menus, theme, search key, connection.
(() => {
    "use strict";
    const root = document.documentElement;
    const remember = (name, value) => { document.cookie = `${name}=${value};path=/;max-age=31536000;samesite=lax`; };

    const setTheme = (theme) => {
        root.dataset.theme = theme;
        remember("ui-theme", theme);
    };

    const toggleNavWidth = () => {
        const home = location.pathname === "/";
        const key = home ? "navHome" : "navWork";
        const next = root.dataset[key] === "mini" ? "full" : "mini";
        root.dataset[key] = next;
        remember(home ? "ui-nav-home" : "ui-nav-work", next);
        window.dispatchEvent(new Event("resize"));
    };

    const opener = () => document.querySelector("[data-shell=nav-open]");

    const openNav = () => {
        root.dataset.navOpen = "";
        opener()?.setAttribute("aria-expanded", "true");
        document.querySelector(".shell-nav a")?.focus();
    };

    const closeNav = (focus) => {
        if (!("navOpen" in root.dataset)) return;
        delete root.dataset.navOpen;
        opener()?.setAttribute("aria-expanded", "false");
        if (focus) opener()?.focus();
    };

    const reconnect = async () => {
        try {
            if (!await Blazor.reconnect() && !await Blazor.resumeCircuit?.()) location.reload();
        } catch {
            // The server was not reached: the bar stays with its button.
        }
    };

    const resume = async () => {
        if (!await Blazor.resumeCircuit?.()) location.reload();
    };

    const actions = {
        "nav-width": toggleNavWidth,
        "nav-open": openNav,
        "nav-close": () => closeNav(true),
        "theme": () => { setTheme(root.dataset.theme === "dark" ? "light" : "dark"); location.reload(); },
        "reload": () => location.reload(),
        "reconnect": reconnect,
        "resume": resume,
        "print": () => window.print(),
    };

    document.addEventListener("click", (e) => {
        for (const menu of document.querySelectorAll("details[data-menu][open]")) {
            const inside = menu.contains(e.target);
            if (!inside || e.target.closest(".menu-item")) menu.open = false;
        }
        const action = e.target.closest("[data-shell]")?.dataset.shell;
        if (action in actions) actions[action]();
        if (e.target.closest(".shell-nav a")) closeNav(false);
    });

    document.addEventListener("keydown", (e) => {
        if (e.key === "Escape") {
            const menu = document.querySelector("details[data-menu][open]");
            if (menu) { menu.open = false; menu.querySelector("summary").focus(); }
            closeNav(true);
        }
        if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "k") {
            const field = document.querySelector("[data-hotkey=search]");
            if (field) { e.preventDefault(); field.click(); field.focus(); field.select?.(); }
        }
    });

    // A tree keeps its place in the page while arrow keys move inside it; Blazor moves the active item.
    document.addEventListener("keydown", (e) => {
        const tree = e.target.closest?.("[role=tree]");
        if (!tree || !["ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Home", "End", " "].includes(e.key)) return;
        e.preventDefault();
        setTimeout(() => document.getElementById(tree.getAttribute("aria-activedescendant"))?.scrollIntoView({ block: "nearest" }), 80);
    });

    // A logout takes the inspector's round off the phone; what was not sent stays and waits for its account.
    document.addEventListener("submit", async (e) => {
        if (e.target.getAttribute("action") !== "/logout" || !localStorage.getItem("field-user")) return;
        e.preventDefault();
        const unsent = localStorage.getItem("field-unsent");
        if (unsent && !confirm(`本机还有 ${unsent} 项检查内容没有上传。退出后内容仍在本机，要用同一账号登录才能上传。仍要退出吗？`)) return;
        try {
            await (await import("/js/field/store.js")).forget();
        } finally {
            e.target.submit();
        }
    });

    // A calendar button opens the browser's own picker beside the typed date.
    document.addEventListener("click", (e) => {
        const picker = e.target.closest?.("[data-calendar]")?.parentElement.querySelector("input[data-picker]");
        try { picker?.showPicker(); } catch { picker?.focus(); }
    });

    // Brings what a page has selected into view, such as a place far down in its tree.
    const reveal = (selector) => document.querySelector(selector)?.scrollIntoView({ block: "nearest" });

    // Another part of the product (charts) follows the theme by the attribute; Blazor sets it here.
    window.shell = { setTheme, reveal };
})();
