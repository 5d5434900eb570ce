// Draws the sketch of a yard with pointer, pen or finger: path, water house, building, gate, label; undo and clear. What it hands over is a list of
// shapes with whole numbers; the server checks it and draws it anew.
const width = 800, height = 600, step = 8, mostPoints = 200;
const ns = "http://www.w3.org/2000/svg";

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

export function attach(host, start) {
    const svg = host.querySelector("svg");
    const words = host.querySelector("[data-words]");
    const status = host.querySelector("[data-status]");
    let shapes = JSON.parse(start).shapes ?? [];
    let tool = "path", drawing = null;

    const draw = () => {
        svg.replaceChildren(...(drawing ? [...shapes, drawing] : shapes).flatMap(nodes));
        host.querySelectorAll("[data-tool]").forEach(button => button.setAttribute("aria-pressed", String(button.dataset.tool === tool)));
        host.classList.toggle("labels", tool === "label");
    };
    const say = text => { if (status) status.textContent = text; };
    const at = event => {
        const box = svg.getBoundingClientRect();
        const clamp = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
        return [clamp((event.clientX - box.left) / box.width * width, width), clamp((event.clientY - box.top) / box.height * height, height)];
    };

    svg.addEventListener("pointerdown", event => {
        if (event.button !== 0 || drawing) return;
        event.preventDefault();
        const point = at(event);
        if (tool === "label") {
            const text = words.value.trim();
            if (!text) { say("请先写标注的文字，例如 东屋，再点图上的位置。"); words.focus(); return; }
            shapes.push({ tool, points: point, text });
            words.value = "";
            say("");
        } else if (tool === "path" || tool === "building") {
            drawing = { tool, points: [...point, ...point] };
            svg.setPointerCapture(event.pointerId);
        } else shapes.push({ tool, points: point });
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
        if (drawing.points.length > 4 || Math.hypot(endX - x, endY - y) >= step) shapes.push(drawing);
        drawing = null;
        draw();
    };
    svg.addEventListener("pointerup", finish);
    svg.addEventListener("pointercancel", finish);
    host.addEventListener("click", event => {
        const button = event.target.closest("[data-tool],[data-do]");
        if (!button) return;
        if (button.dataset.tool) tool = button.dataset.tool;
        else if (button.dataset.do === "undo") shapes.pop();
        else if (button.dataset.do === "clear") shapes = [];
        say("");
        draw();
    });
    host.sketch = () => JSON.stringify({ shapes });
    draw();
}

export function read(host) {
    return host.sketch();
}
