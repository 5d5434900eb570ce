// Sign-in: show or hide the password, fill in a demo account, close the last user's round on this phone to another one.
document.addEventListener("submit", (e) => {
    const user = e.target.elements["Input.User"]?.value.trim().toLowerCase();
    if (user && localStorage.getItem("field-user")?.toLowerCase() !== user) for (const key of ["field-user", "field-unsent"]) localStorage.removeItem(key);
});

document.addEventListener("click", (e) => {
    const password = document.getElementById("login-password");
    if (!password) return;
    const reveal = e.target.closest("[data-login=reveal]");
    if (reveal) {
        const shown = password.type === "password";
        password.type = shown ? "text" : "password";
        reveal.setAttribute("aria-pressed", String(shown));
        reveal.setAttribute("aria-label", shown ? "隐藏密码" : "显示密码");
        password.focus();
    }
    const account = e.target.closest("[data-login-user]");
    if (account) {
        document.getElementById("login-user").value = account.dataset.loginUser;
        password.value = account.dataset.loginPassword;
        document.querySelector("form[action='/login'] [type=submit]").focus();
    }
});
