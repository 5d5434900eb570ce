// Draws the sketch of a yard with pointer, pen or finger, or by numbers from the keyboard: path, water house, building, gate, label; undo, redo and clear.
// What it hands over is a list of shapes with whole numbers; the server checks it and draws it anew.
const width = 800, height = 600, metre = 50, step = 8, mostPoints = 200;
const ns = "http://www.w3.org/2000/svg";
const names = { path: "小路", building: "房屋", water: "小水楼", gate: "大门", label: "标注" };

function make(name, css, attributes) {
    const node = document.createElementNS(ns, name);
    node.setAttribute("class", css);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
}

function pairs(points) {
    const found = [];
    for (let i = 0; i < points.length; i += 2) found.push([points[i], points[i + 1]]);
    return found;
}

function nodes(shape) {
    const [[x, y], end] = pairs(shape.points);
    switch (shape.tool) {
        case "path": return [make("polyline", "sk-path", { points: pairs(shape.points).map(p => p.join(",")).join(" ") })];
        case "water": return [make("circle", "sk-water", { cx: x, cy: y, r: 16 })];
        case "building": return [make("rect", "sk-building", { x: Math.min(x, end[0]), y: Math.min(y, end[1]), width: Math.abs(end[0] - x), height: Math.abs(end[1] - y) })];
        case "gate": return [make("path", "sk-gate", { d: `M${x - 22} ${y}h44M${x - 22} ${y - 12}v24M${x + 22} ${y - 12}v24` })];
        default: {
            const text = make("text", "sk-label", { x, y });
            text.textContent = shape.text;
            return [text];
        }
    }
}

const metres = pixels => (pixels / metre).toFixed(1);

// What a shape is, in words: 小路 8.9 米、房屋 9.0 × 2.5 米、标注 东屋.
function wordsOf(shape) {
    const points = pairs(shape.points), [[x, y]] = points, end = points[points.length - 1];
    if (shape.tool === "path") return `${names.path} ${metres(points.slice(1).reduce((sum, p, i) => sum + Math.hypot(p[0] - points[i][0], p[1] - points[i][1]), 0))} 米`;
    if (shape.tool === "building") return `${names.building} ${metres(Math.abs(end[0] - x))} × ${metres(Math.abs(end[1] - y))} 米`;
    return shape.tool === "label" ? `${names.label} ${shape.text}` : `${names[shape.tool]}（${metres(x)}，${metres(y)}）`;
}

export function attach(host, start) {
    const svg = host.querySelector(".sketch-board"), list = host.querySelector("[data-list]");
    const words = host.querySelector("[data-words]"), status = host.querySelector("[data-status]");
    let shapes = JSON.parse(start).shapes ?? [];
    let tool = "path", drawing = null, undone = [];

    const draw = () => {
        svg.replaceChildren(...(drawing ? [...shapes, drawing] : shapes).flatMap(nodes));
        host.querySelectorAll("[data-tool]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.tool === tool)));
        host.querySelector("[data-do=undo]").disabled = shapes.length === 0;
        host.querySelector("[data-do=redo]").disabled = undone.length === 0;
        host.classList.toggle("labels", tool === "label");
        host.classList.toggle("ends", tool === "path" || tool === "building");
        list.replaceChildren(...shapes.map((shape, i) => {
            const item = document.createElement("li"), remove = document.createElement("button");
            item.append(wordsOf(shape), remove);
            Object.assign(remove, { type: "button", className: "btn text small", textContent: "删除" });
            remove.dataset.remove = i;
            remove.setAttribute("aria-label", `删除${wordsOf(shape)}`);
            return item;
        }));
    };
    const say = text => { status.textContent = text; };
    const add = shape => { shapes.push(shape); undone = []; say(`已画：${wordsOf(shape)}`); };
    const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    const at = event => {
        const box = svg.getBoundingClientRect();
        return [clamp((event.clientX - box.left) / box.width * width, width), clamp((event.clientY - box.top) / box.height * height, height)];
    };
    const addLabel = point => {
        const text = words.value.trim();
        if (!text) { say("请先写标注的文字，例如 东屋，再点图上的位置。"); words.focus(); return; }
        add({ tool, points: point, text });
        words.value = "";
    };
    const addByNumbers = () => {
        const read = (name, most) => { const value = Number.parseFloat(host.querySelector(`[data-at=${name}]`).value); return Number.isFinite(value) && value >= 0 && value * metre <= most ? clamp(value * metre, most) : null; };
        const [x, y] = [read("x", width), read("y", height)], hasEnd = tool === "path" || tool === "building";
        const [endX, endY] = hasEnd ? [read("endX", width), read("endY", height)] : [x, y];
        if ([x, y, endX, endY].includes(null)) { say("位置：请填写从左边和上边量起的米数，左右 0 到 16，上下 0 到 12。"); return; }
        if (hasEnd && Math.hypot(endX - x, endY - y) < step) { say("位置：起点和终点是同一处。请改其中一个。"); return; }
        if (tool === "label") addLabel([x, y]);
        else add({ tool, points: hasEnd ? [x, y, endX, endY] : [x, y] });
    };

    svg.addEventListener("pointerdown", event => {
        if (event.button !== 0 || drawing) return;
        event.preventDefault();
        const point = at(event);
        if (tool === "label") addLabel(point);
        else if (tool === "path" || tool === "building") {
            drawing = { tool, points: [...point, ...point] };
            svg.setPointerCapture(event.pointerId);
        } else add({ tool, points: point });
        draw();
    });
    svg.addEventListener("pointermove", event => {
        if (!drawing) return;
        const point = at(event);
        if (drawing.tool === "building") drawing.points.splice(2, 2, ...point);
        else {
            const [x, y] = drawing.points.slice(-2);
            if (Math.hypot(point[0] - x, point[1] - y) < step || drawing.points.length >= 2 * mostPoints) return;
            drawing.points.push(...point);
        }
        draw();
    });
    const finish = () => {
        if (!drawing) return;
        const [x, y] = drawing.points, [endX, endY] = drawing.points.slice(-2);
        // A mere touch is no path and no house.
        if (drawing.points.length > 4 || Math.hypot(endX - x, endY - y) >= step) add(drawing);
        drawing = null;
        draw();
    };
    svg.addEventListener("pointerup", finish);
    svg.addEventListener("pointercancel", finish);
    host.addEventListener("click", event => {
        const button = event.target.closest("[data-tool],[data-do],[data-remove]");
        if (!button) return;
        say("");
        if (button.dataset.tool) tool = button.dataset.tool;
        else if (button.dataset.remove) undone = shapes.splice(Number(button.dataset.remove), 1);
        else if (button.dataset.do === "undo") undone.push(...shapes.splice(-1));
        else if (button.dataset.do === "redo") shapes.push(...undone.splice(-1));
        else if (button.dataset.do === "clear") { undone = shapes.reverse(); shapes = []; }
        else if (button.dataset.do === "add") addByNumbers();
        draw();
    });
    host.sketch = () => JSON.stringify({ shapes });
    draw();
}

export function read(host) {
    return host.sketch();
}
