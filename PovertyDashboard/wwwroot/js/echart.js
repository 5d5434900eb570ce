// Drives window.echarts from options that C# wrote as JSON. Colours come as var(--token), functions as fn:name.
const bundle = "/_content/Vizor.ECharts/js/vizor-echarts-bundle-min.js";
let loading;

const load = () => loading ??= new Promise((done, fail) => {
    if (window.echarts) return done();
    const script = document.createElement("script");
    script.src = bundle;
    script.onload = done;
    script.onerror = () => { loading = undefined; fail(new Error("echarts")); };
    document.head.append(script);
});

const plain = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });
const number = (value) => plain.format(value).replace("-", "−");
const square = (color) => `<span class="chart-square" style="background:${color}"></span>`;
const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

// Functions that JSON cannot carry; an option names them as "fn:name".
const functions = {
    number,
    percent: (value) => `${number(value)}%`,
    segment: (p) => p.value ? number(p.value) : "",
    barTip: (list) => {
        const rows = list.filter((p) => p.seriesId?.startsWith("s:"));
        const lines = rows.map((p) => `<div class="chart-tip-row">${square(p.color)}${escape(p.seriesName)}<b>${number(p.value ?? 0)}</b></div>`);
        return `<div class="chart-tip"><b>${escape(list[0]?.name ?? "")}</b>${lines.join("")}</div>`;
    },
    // A label that does not fit into its segment is moved out of sight: ECharts has no rule for one label.
    fits: (p) => p.rect && p.rect.width < Math.max(12, p.labelRect.width + 4) ? { x: -9999, y: -9999 } : {},
};

const resolve = (value, style) => {
    if (Array.isArray(value)) return value.map((v) => resolve(v, style));
    if (value && typeof value === "object") {
        return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, resolve(v, style)]));
    }
    if (typeof value !== "string") return value;
    if (value.startsWith("fn:")) return functions[value.slice(3)];
    const token = /^var\((--[\w-]+)\)$/.exec(value);
    return token ? style.getPropertyValue(token[1]).trim() : value;
};

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

export async function create(element, json, dotnet) {
    await load();
    const chart = window.echarts.init(element, null, { locale: "ZH", renderer: "canvas" });
    const name = element.getAttribute("aria-label");
    let current = JSON.parse(json);

    const draw = () => {
        const option = resolve(current, getComputedStyle(element));
        option.animation = !still();
        if (option.aria?.label) option.aria.label.description = `${name}：${option.aria.label.description}`;
        chart.setOption(option, { replaceMerge: ["series", "xAxis", "yAxis", "grid"] });
        element.dataset.drawn = String(Number(element.dataset.drawn ?? 0) + 1);
    };

    chart.on("click", (p) => {
        const axis = p.componentType !== "series";
        dotnet.invokeMethodAsync("ClickedAsync", axis ? "" : p.seriesName ?? "", String(axis ? p.value : p.name), axis ? -1 : p.dataIndex);
    });

    const resize = new ResizeObserver(() => chart.resize());
    const theme = new MutationObserver(draw);
    resize.observe(element);
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    draw();

    return {
        update(next) { current = JSON.parse(next); draw(); },
        dispose() { resize.disconnect(); theme.disconnect(); chart.dispose(); },
    };
}

// The charts of a card below its title, on the card's ground, as one picture.
export async function saveImage(card, title, note, fileName) {
    await load();
    const style = getComputedStyle(card);
    const charts = [...card.querySelectorAll("[data-chart]")].map((e) => window.echarts.getInstanceByDom(e)).filter(Boolean);
    const parts = await Promise.all(charts.map(async (c) => {
        const image = new Image();
        image.src = c.getDataURL({ pixelRatio: 2, backgroundColor: style.backgroundColor });
        await image.decode();
        return image;
    }));
    const [pad, head] = [32, 96];
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(0, ...parts.map((i) => i.width)) + 2 * pad;
    canvas.height = parts.reduce((sum, i) => sum + i.height, 0) + head + pad;
    const pen = canvas.getContext("2d");
    pen.fillStyle = style.backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = style.color;
    pen.font = `700 32px ${style.fontFamily}`;
    pen.fillText(title, pad, 60);
    const after = pen.measureText(title).width;
    pen.font = `400 24px ${style.fontFamily}`;
    pen.fillText(note, pad + after + 24, 60);
    let y = head;
    for (const image of parts) { pen.drawImage(image, pad, y); y += image.height; }
    const link = document.createElement("a");
    link.download = fileName;
    link.href = canvas.toDataURL("image/png");
    link.click();
}
