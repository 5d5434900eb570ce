import { shrink } from "../js/shrink.js";

// Each chosen picture is shrunk before it is sent.
export function listen(input, strip) {
    if (!input || input.dataset.listens) return;
    input.dataset.listens = "true";
    input.addEventListener("change", async () => {
        const files = [...input.files];
        input.value = "";
        for (const file of files) {
            const picture = await shrink(file);
            await strip.invokeMethodAsync("ReceiveAsync", DotNet.createJSStreamReference(picture));
        }
    });
}
