// The photos of a failed item: those in the store, those that wait on the phone, and the button that takes one.
import { addPhotos, discard } from "./actions.js";
import { button, el, icon } from "./dom.js";
import { FAILED, MOST_PHOTOS } from "./model.js";
import * as store from "./store.js";

const addresses = new Map();

/** Shows a picture of the phone's own store; the address is given back when the picture is gone. */
function addressOf(photo) {
    for (const [key, address] of addresses) {
        if (store.photos.has(key)) continue;
        URL.revokeObjectURL(address);
        addresses.delete(key);
    }
    if (!addresses.has(photo.key)) addresses.set(photo.key, URL.createObjectURL(photo.blob));
    return addresses.get(photo.key);
}

export function photoStrip(view, canTick) {
    const { item, unsentPhotos, sentPhotos } = view;
    const count = unsentPhotos.length + sentPhotos.length;
    if (view.result !== FAILED && count === 0) return null;
    const refused = unsentPhotos.filter((p) => p.reason);
    return [
        el("div", { class: "photo-strip", role: "group", "aria-label": `${item.name}的照片`, "data-key": "photos" },
            sentPhotos.map((id) => el("div", { class: "photo", "data-key": `sent-${id}` },
                el("a", { href: `/attachments/${id}`, target: "_blank", rel: "noopener", "aria-label": "看大图" }, el("img", { src: `/attachments/${id}/thumb`, alt: "整改前照片", loading: "lazy" })),
                el("span", { class: "state" }, icon("stored"), "已上传"))),
            unsentPhotos.map((photo) => el("div", { class: "photo", "data-key": photo.key },
                el("img", { src: addressOf(photo), alt: "整改前照片，待传" }),
                el("span", { class: "state" }, icon(photo.reason ? "error" : "waiting"), photo.reason ? "没有存上" : "待传"),
                button({ class: "remove", "aria-label": "删除这张照片", onclick: () => discard(photo) }, icon("fail")))),
            canTick && count < MOST_PHOTOS && el("label", { class: "add", "data-key": "add" },
                icon("camera"),
                el("span", null, item.needsPhoto && count === 0 ? "拍照（必需）" : "拍照"),
                el("input", { class: "sr-only", type: "file", accept: "image/*", multiple: true, "aria-label": `添加${item.name}的照片`, onchange: (e) => take(view, e.target) }))),
        refused.map((photo) => el("p", { class: "notice error", role: "alert" }, icon("error"), photo.reason)),
    ];
}

function take(view, input) {
    const files = [...input.files];
    input.value = "";
    addPhotos(view, files);
}
