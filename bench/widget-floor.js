// The very least that a chat button can be: a host, a shadow root, a button, a field that takes the focus. It does nothing but that: 991 bytes.
(() => {
  const host = document.createElement("floor-chat");
  const root = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ":host{position:fixed;bottom:20px;right:20px;z-index:9999}button{width:56px;height:56px;border:0;border-radius:16px;background:#1f5f4a;color:#fff}div{position:fixed;bottom:88px;right:20px;width:400px;height:640px;background:#fff}",
  );
  root.adoptedStyleSheets = [sheet];
  const button = document.createElement("button");
  button.className = "launcher";
  button.setAttribute("aria-label", "Open chat");
  button.onclick = () => {
    const panel = document.createElement("div");
    const field = document.createElement("textarea");
    panel.append(field);
    root.append(panel);
    field.focus();
  };
  root.append(button);
  document.body.append(host);
})();
